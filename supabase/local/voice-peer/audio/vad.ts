import { FRAME_MS } from './mulaw.ts';

/** What a quiet room measures at most, in dB below full scale; less is no voice. */
const QUIETEST = -50;
/** Digital silence: a muted microphone says nothing of the room. */
const MUTED = -90;
const LOWEST_FLOOR = -70;
const LOUDEST_FLOOR = -20;
/** Packets of the last two seconds: a voice pauses in that time, noise does not. */
const WINDOW = 100;
/** The room as it is when the microphone opens, so that a loud one is no voice from the first packet on. */
const FIRST_PACKETS = 10;
const FIRST_MS = 500;
/** Packets in a row that must stand out before somebody speaks. */
const FEWEST = 2;

export type VadSettings = { threshold: number; silenceMs: number };
export type VadEvent = 'started' | 'stopped' | null;

/**
 * Tells speech from noise by loudness above a floor that follows the room: the quietest of the last two seconds, so
 * that music which goes on becomes the floor, and a voice with its pauses does not. `threshold` 0…1 is OpenAI's and
 * moves how far above the floor a voice must be (6 to 18 dB).
 */
export class Vad {
  readonly #window = new Float64Array(WINDOW).fill(LOWEST_FLOOR);
  #heardMs = 0;
  #heard = 0;
  #loud = 0;
  #quietMs = 0;
  #speaking = false;

  get isSpeaking(): boolean {
    return this.#speaking;
  }

  /** dB below full scale of what counts as the room's noise now. */
  get floor(): number {
    return Math.min(LOUDEST_FLOOR, Math.max(LOWEST_FLOOR, Math.min(...this.#window)));
  }

  /** Takes the loudness of the next packet (dB below full scale) and tells when speech starts or stops. */
  hear(level: number, { threshold, silenceMs }: VadSettings): VadEvent {
    this.#heardMs += FRAME_MS;
    if (this.#learn(level)) return null;
    const margin = 6 + 12 * threshold;
    const stands = level > Math.max(QUIETEST, this.floor + (this.#speaking ? margin / 2 : margin));
    if (!this.#speaking) {
      this.#loud = stands ? this.#loud + 1 : 0;
      if (this.#loud < FEWEST) return null;
      this.#speaking = true;
      this.#quietMs = 0;
      return 'started';
    }
    this.#quietMs = stands ? 0 : this.#quietMs + FRAME_MS;
    if (this.#quietMs < silenceMs) return null;
    this.reset();
    return 'stopped';
  }

  /** Forgets a half-heard utterance, not the room. */
  reset(): void {
    this.#speaking = false;
    this.#loud = 0;
    this.#quietMs = 0;
  }

  /** Keeps a packet for the floor; true while the room is being met for the first time. */
  #learn(level: number): boolean {
    if (level <= MUTED) return false;
    const isFirst = this.#heard < FIRST_PACKETS && this.#heardMs <= FIRST_MS;
    if (isFirst) this.#window.fill(this.#heard === 0 ? level : Math.min(this.floor, level));
    else this.#window[this.#heard % WINDOW] = level;
    this.#heard += 1;
    return isFirst;
  }
}
