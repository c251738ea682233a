/** How much of the avatar is drawn: 0 everything, 1 half the grains, 2 no inner shells, 3 no widest blur, 4 the calm form. */
export const calmest = 4;
const slowest = 50;
const patienceMs = 2_000;
/** A longer pause is a page in the background or a device that sleeps, not a slow picture. */
const pauseMs = 400;

/** Steps down by itself when fewer than 50 frames a second were drawn for two seconds; never up again. */
export class Quality {
  level = 0;
  #frames = 0;
  #ms = 0;

  /** Notes a frame, `ms` after the one before it; answers the level. */
  note(ms: number): number {
    if (ms > pauseMs) {
      this.#frames = 0;
      this.#ms = 0;
      return this.level;
    }
    this.#frames += 1;
    this.#ms += ms;
    if (this.#ms < patienceMs) return this.level;
    const perSecond = (this.#frames * 1000) / this.#ms;
    if (perSecond < slowest && this.level < calmest) this.level += 1;
    this.#frames = 0;
    this.#ms = 0;
    return this.level;
  }
}
