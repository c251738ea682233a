import type { Pacer } from '../audio/pacer.ts';
import { RATE } from '../audio/mulaw.ts';
import type { Items } from '../protocol/items.ts';
import type { Send } from '../protocol/types.ts';

type Playing = { responseId: string; itemId: string; startedAt: number | null; ms: number };

/** What one response says; parts are added while it is being made. */
export type Line = { play(sound: Buffer): void; end(): void };

/** The sound of the answers, one after the other, told by `output_audio_buffer` events. */
export class Player {
  readonly #pacer: Pacer;
  readonly #send: Send;
  readonly #items: Items;
  readonly #sounds: Map<string, number>;
  readonly #onStart: () => void;
  #lines: Playing[] = [];

  /** @param sounds milliseconds by item, kept here @param onStart called when an answer is first heard */
  constructor(pacer: Pacer, send: Send, items: Items, sounds: Map<string, number>, onStart: () => void) {
    this.#pacer = pacer;
    this.#send = send;
    this.#items = items;
    this.#sounds = sounds;
    this.#onStart = onStart;
  }

  line(responseId: string, itemId: string): Line {
    const playing: Playing = { responseId, itemId, startedAt: null, ms: 0 };
    const parts: Promise<void>[] = [];
    return {
      play: (sound) => {
        if (parts.length === 0) this.#lines.push(playing);
        playing.ms += (sound.length / RATE) * 1000;
        this.#sounds.set(itemId, playing.ms);
        parts.push(this.#pacer.play(sound, () => this.#started(playing)));
      },
      end: () => void Promise.all(parts).then(() => this.#ended(playing)),
    };
  }

  /** Ends what is heard, and cuts its item to what was heard. */
  clear(): void {
    const lines = this.#lines;
    this.#lines = [];
    this.#pacer.clear();
    for (const { responseId, itemId, startedAt, ms } of lines) {
      if (startedAt !== null) this.#send({ type: 'output_audio_buffer.cleared', response_id: responseId });
      const heard = startedAt === null ? 0 : Math.min(performance.now() - startedAt, ms);
      this.#sounds.set(itemId, heard);
      this.#items.truncate(itemId, Math.round(heard));
    }
  }

  #started(playing: Playing): void {
    if (playing.startedAt !== null) return;
    playing.startedAt = performance.now();
    this.#send({ type: 'output_audio_buffer.started', response_id: playing.responseId });
    this.#onStart();
  }

  #ended(playing: Playing): void {
    if (!this.#lines.includes(playing)) return;
    this.#lines = this.#lines.filter((line) => line !== playing);
    this.#send({ type: 'output_audio_buffer.stopped', response_id: playing.responseId });
  }
}
