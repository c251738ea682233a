import type { ToolName, ToolOutcome, Tools } from '../../../../lib/voice/brain/index.ts';
import type { Language } from '../../../../lib/voice/brain/types.ts';
import { newId } from '../protocol/ids.ts';

/** What a response does: call a tool, say a sentence, or nothing. */
export type Step =
  | { kind: 'call'; callId: string; name: ToolName; args: Record<string, unknown> }
  | { kind: 'say'; text: string; language: Language }
  | { kind: 'nothing' };

/** The brain at work on one turn: each tool that it calls becomes a step, and it waits until the browser has the answer. */
export class Thought {
  #ready: Step[] = [];
  #wanted: ((step: Step) => void) | undefined;
  readonly #open = new Map<string, (outcome: ToolOutcome) => void>();

  /** @param think runs the brain with these tools and answers what to say */
  constructor(
    think: (tools: Tools) => Promise<{ text: string; language: Language }>,
    offers: (name: string) => boolean,
    onFailure: () => { text: string; language: Language },
  ) {
    const tools: Tools = {
      call: (name, args) =>
        offers(name) ? this.#call(name, args) : Promise.resolve({ ok: false, code: 'no_tool' }),
    };
    void think(tools)
      .catch(onFailure)
      .then((said) => this.#push({ kind: 'say', ...said }));
  }

  /** Whether it waits for the output of a tool. */
  get isWaiting(): boolean {
    return this.#open.size > 0 && this.#ready.length === 0;
  }

  next(): Promise<Step> {
    const step = this.#ready.shift();
    return step ? Promise.resolve(step) : new Promise((wanted) => (this.#wanted = wanted));
  }

  /** Takes a tool's output. */
  answer(callId: string, output: string): void {
    const resolve = this.#open.get(callId);
    this.#open.delete(callId);
    resolve?.(readOutcome(output));
  }

  #call(name: ToolName, args: Record<string, unknown>): Promise<ToolOutcome> {
    const callId = newId('call');
    return new Promise((resolve) => {
      this.#open.set(callId, resolve);
      this.#push({ kind: 'call', callId, name, args });
    });
  }

  #push(step: Step): void {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted) wanted(step);
    else this.#ready.push(step);
  }
}

/** An outcome from what the browser sent back: ours as it is, another object as a result, anything else as a failure. */
function readOutcome(output: string): ToolOutcome {
  try {
    const value: unknown = JSON.parse(output);
    if (typeof value !== 'object' || value === null) return { ok: false, code: 'failed' };
    return 'ok' in value ? (value as ToolOutcome) : { ok: true, result: value };
  } catch {
    return { ok: false, code: 'failed' };
  }
}
