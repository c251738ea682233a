import type { Language } from '../../../../lib/voice/brain/types.ts';
import { espeak } from './espeak.ts';
import { tones } from './tones.ts';

const MOST = 400;

/** Speaks sentences; what was said once is kept, so that it is there at once the next time. */
export class Speech {
  readonly #kept = new Map<string, Promise<Buffer>>();
  readonly #program: string;

  /** @param program name or path of espeak-ng; where it cannot run, tones are heard instead */
  constructor(program = 'espeak-ng') {
    this.#program = program;
  }

  /** µ-law of one sentence. */
  say(sentence: string, language: Language): Promise<Buffer> {
    const key = `${language} ${sentence}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const made = espeak(sentence, language, this.#program).then((voice) => voice ?? tones(sentence));
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }

  /** Renders sentences one after the other, ahead of their use. */
  async prepare(sentences: readonly string[], language: Language): Promise<void> {
    for (const sentence of sentences) await this.say(sentence, language);
  }
}

/** The sentences of a text, so that the first is heard while the next is made. */
export function sentencesOf(text: string): string[] {
  return (
    text
      .match(/[^.!?…]+[.!?…]*\s*/g)
      ?.map((part) => part.trim())
      .filter(Boolean) ?? []
  );
}
