/** True for an error that came from a statement and goes to the client with its code and message anyway. */
function isStatementError(value: unknown): boolean {
  return (
    value instanceof Error &&
    'code' in value &&
    typeof value.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(value.code)
  );
}

let users = 0;
let original: typeof console.error | undefined;

/** Lite prints every refused statement; this keeps such errors out of the log. Returns how to undo it. */
export function quietStatementErrors(): () => void {
  users++;
  if (!original) {
    const print = console.error;
    original = print;
    console.error = (...values: unknown[]) => {
      if (values.length !== 1 || !isStatementError(values[0])) print(...values);
    };
  }
  return () => {
    users--;
    if (users > 0 || !original) return;
    console.error = original;
    original = undefined;
  };
}
