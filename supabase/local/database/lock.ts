import { AsyncLocalStorage } from 'node:async_hooks';

/** One flow of work, such as one request: how often it holds the session now, and how it gives it back. */
interface Flow {
  held: number;
  ended: boolean;
  free: () => void;
}

const nothing = () => undefined;

/**
 * The one lock around PGlite's only session. Holders come in order of arrival. Within one flow it is re-entrant,
 * because a request reads the catalog while its own transaction is open.
 */
export class SessionLock {
  #tail: Promise<void> = Promise.resolve();
  readonly #flows = new AsyncLocalStorage<Flow>();

  /** Runs `work` as a flow of its own, whatever flow it was called from. */
  async flow<T>(work: () => Promise<T>): Promise<T> {
    const flow: Flow = { held: 0, ended: false, free: nothing };
    try {
      return await this.#flows.run(flow, work);
    } finally {
      flow.ended = true;
    }
  }

  /** Resolves with the release once the session belongs to the caller's flow; the release counts once. */
  async acquire(): Promise<() => void> {
    const flow = this.#flows.getStore();
    if (!flow || flow.ended) return this.#wait();
    if (flow.held === 0) {
      const free = await this.#wait();
      flow.free = free;
    }
    flow.held++;
    return once(() => {
      flow.held--;
      if (flow.held === 0) flow.free();
    });
  }

  async #wait(): Promise<() => void> {
    const before = this.#tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tail = promise;
    await before;
    return once(resolve);
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
