import { AsyncLocalStorage } from 'node:async_hooks';
import { ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';

type SetCookie = [name: string, value: string, options?: Parameters<ResponseCookies['set']>[2]];

/** The cookies of one request: what came, and over it what the route sets, as Next's own store. */
class Store {
  readonly #values: Map<string, string>;
  readonly answer = new ResponseCookies(new Headers());

  constructor(values: Map<string, string>) {
    this.#values = new Map(values);
  }

  getAll() {
    return [...this.#values].map(([name, value]) => ({ name, value }));
  }

  get(name: string) {
    const value = this.#values.get(name);
    return value === undefined ? undefined : { name, value };
  }

  set(...[name, value, options]: SetCookie) {
    this.#values.set(name, value);
    this.answer.set(name, value, options);
  }
}

const current = new AsyncLocalStorage<{ store: Store; headers: Headers }>();

function request() {
  const found = current.getStore();
  if (!found) throw new Error('No request is under way.');
  return found;
}

export const cookies = async () => request().store;
export const headers = async () => request().headers;

/** Runs a route as a request with these cookies and headers; returns its answer and the cookies that it set. */
export async function inRequest(
  values: Map<string, string>,
  given: Headers,
  work: () => Promise<Response>,
): Promise<{ response: Response; set: ReturnType<ResponseCookies['getAll']> }> {
  const store = new Store(values);
  const response = await current.run({ store, headers: given }, work);
  return { response, set: store.answer.getAll() };
}
