import { Writable } from 'node:stream';
import type pino from 'pino';

export type LogLine = Record<string, unknown>;

/** What a log wrote, as text and line by line. */
export class LogLines {
  text = '';

  /** The lines of a message, oldest first. */
  of(message: string): LogLine[] {
    const all = this.text.split('\n').filter(Boolean);
    return all.map((line) => JSON.parse(line) as LogLine).filter(({ msg }) => msg === message);
  }

  clear(): void {
    this.text = '';
  }

  /** For `vi.mock('pino', …)`: the package as it is, writing here. */
  async instead(original: () => Promise<unknown>) {
    const real = (await original()) as { default: typeof pino };
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        this.text += String(chunk);
        done();
      },
    });
    return { ...real, default: (options: pino.LoggerOptions) => real.default(options, stream) };
  }
}
