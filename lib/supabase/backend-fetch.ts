const PATIENCE_MS = 10_000;

/** `fetch` for everything that goes to the backend: a call that takes over 10 seconds is given up. */
export const backendFetch: typeof fetch = (input, init) => {
  const clock = AbortSignal.timeout(PATIENCE_MS);
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, clock]) : clock });
};
