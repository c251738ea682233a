/** What one story said. `problems` is empty when every assertion held and as many ran as were planned. */
export interface StoryResult {
  file: string;
  passed: number;
  failed: number;
  milliseconds: number;
  /** Lines of the protocol, in order. */
  lines: string[];
  problems: string[];
}

const PROTOCOL = /^(ok \d|not ok \d|1\.\.\d|#)/;

/** The protocol's lines among the values that a story's statements returned. */
export function protocolLines(values: string[]): string[] {
  return values.flatMap((value) => (PROTOCOL.test(value) ? value.split('\n') : []));
}

/** Judges a story by its protocol; `sqlError` is what stopped it, if anything did. */
export function judge(
  file: string,
  lines: string[],
  milliseconds: number,
  sqlError: string | null,
): StoryResult {
  const passed = lines.filter((line) => /^ok \d/.test(line)).length;
  const failed = lines.filter((line) => /^not ok \d/.test(line)).length;
  const plans = lines.flatMap((line) => /^1\.\.(\d+)/.exec(line)?.[1] ?? []).map(Number);
  const ran = passed + failed;
  const problems: string[] = [];
  if (failed > 0) problems.push(`${failed} of ${ran} assertions failed`);
  if (sqlError) problems.push(`stopped by an error after ${ran} assertions: ${sqlError}`);
  else if (ran === 0) problems.push('holds no assertion');
  else if (plans.length === 0)
    problems.push('has no plan: begin with plan(n) or no_plan(), end with select * from finish()');
  else if (plans.some((planned) => planned !== ran))
    problems.push(`planned ${plans.join(' and ')} assertions but ran ${ran}`);
  return { file, passed, failed, milliseconds, lines, problems };
}
