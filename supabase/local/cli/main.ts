/** A failure whose reason a child has already printed. */
export class SaidByChild extends Error {}

/** Runs a command; what it throws becomes one sentence on stderr and exit code 1. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SaidByChild)) console.error(error instanceof Error ? error.message : error);
    if (process.env.JARVIS_DEBUG && error instanceof Error) console.error(error.stack);
    process.exit(1);
  }
}

/** Calls `stop` once, at Ctrl-C, at a kill, or when the process that started this one is gone; then exits. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = async () => {
    if (isStopping) return;
    isStopping = true;
    await stop().catch((error: unknown) => console.error(error));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  if (process.send) process.on('disconnect', () => void end());
}

/** A port from a flag or variable. Throws when it is none; `name` is what the message calls it. */
export function parsePort(text: string, name: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`${name} must be a port number from 0 to 65535, not "${text}".`);
  return port;
}
