import { FRAME_MS } from './mulaw.ts';

const QUIETEST = -50;
const LOUDEST_FLOOR = -20;
/** How fast the floor rises towards a new noise, in dB a packet; it falls at once. */
const RISE = 0.12;
const RISE_IN_SPEECH = 0.02;
/** Packets in a row that must stand out before somebody speaks. */
const FEWEST = 2;

export type VadSettings = { threshold: number; silenceMs: number };
export type VadEvent = 'started' | 'stopped' | null;

/**
 * Tells speech from noise by loudness above a floor that follows the room: music of a gym lifts the floor within
 * seconds, a pause lets it fall. `threshold` 0…1 is OpenAI's and moves how far above the floor a voice must be (6 to 18 dB).
 */
export class Vad {
  #floor = -60;
  #loud = 0;
  #quietMs = 0;
  #speaking = false;

  get isSpeaking(): boolean {
    return this.#speaking;
  }

  /** dB below full scale of what counts as the room's noise now. */
  get floor(): number {
    return this.#floor;
  }

  /** Takes the loudness of the next packet (dB below full scale) and tells when speech starts or stops. */
  hear(level: number, { threshold, silenceMs }: VadSettings): VadEvent {
    const margin = 6 + 12 * threshold;
    const stands = level > Math.max(QUIETEST, this.#floor + (this.#speaking ? margin / 2 : margin));
    this.#follow(level);
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

  #follow(level: number): void {
    const heard = Math.max(level, -70);
    if (heard < this.#floor) this.#floor += (heard - this.#floor) * 0.5;
    else this.#floor += Math.min(heard - this.#floor, this.#speaking ? RISE_IN_SPEECH : RISE);
    this.#floor = Math.min(this.#floor, LOUDEST_FLOOR);
  }
}
