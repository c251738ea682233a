import { FRAME, FRAME_MS, silence } from './mulaw.ts';

const MOST_BEHIND_MS = 1000;

/**
 * Sends a packet every 20 ms, queued sound or silence, on absolute deadlines, so that a late timer is caught up
 * with and never adds up. Sequence and time run on through silence.
 */
export class Pacer {
  #queue: { sound: Buffer; started: () => void; ended: () => void }[] = [];
  #offset = 0;
  #timer: NodeJS.Timeout | undefined;
  #next = 0;
  readonly #send: (payload: Buffer, isFirst: boolean) => void;
  readonly #tick: () => void;

  /** @param tick called once a packet, whatever it holds */
  constructor(send: (payload: Buffer, isFirst: boolean) => void, tick: () => void) {
    this.#send = send;
    this.#tick = tick;
  }

  start(): void {
    this.#next = performance.now();
    this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#queue = [];
  }

  /** Adds sound after what is queued; resolves when its last packet has gone, or when it was cleared. */
  play(sound: Buffer, started: () => void): Promise<void> {
    return new Promise((ended) => {
      if (sound.length === 0) ended();
      else this.#queue.push({ sound, started, ended });
    });
  }

  /** Drops what is queued and begun. */
  clear(): void {
    const dropped = this.#queue;
    this.#queue = [];
    this.#offset = 0;
    for (const { ended } of dropped) ended();
  }

  #run(): void {
    // After a sleep of the machine there is nothing to catch up with.
    if (performance.now() - this.#next > MOST_BEHIND_MS) this.#next = performance.now();
    while (performance.now() >= this.#next) {
      this.#one();
      this.#next += FRAME_MS;
    }
    this.#timer = setTimeout(() => this.#run(), Math.max(0, this.#next - performance.now()));
  }

  #one(): void {
    const [playing] = this.#queue;
    if (playing) {
      if (this.#offset === 0) playing.started();
      const part = playing.sound.subarray(this.#offset, this.#offset + FRAME);
      this.#send(part.length < FRAME ? Buffer.concat([part, silence], FRAME) : part, this.#offset === 0);
      this.#offset += FRAME;
      if (this.#offset >= playing.sound.length) {
        this.#queue.shift();
        this.#offset = 0;
        playing.ended();
      }
    } else this.#send(silence, false);
    this.#tick();
  }
}
