// Runs in Deno before a function's own file: the parts of Supabase's Edge Runtime that plain Deno lacks.

interface DenoHost {
  stdin: { readable: ReadableStream<Uint8Array> };
  exit(code: number): never;
}

const FINISH_WITHIN_MS = 3000;
const pending = new Set<Promise<unknown>>();

Object.assign(globalThis, {
  EdgeRuntime: {
    waitUntil(work: Promise<unknown>): void {
      const settled = Promise.resolve(work)
        .catch((error: unknown) => console.error('background work failed:', error))
        .finally(() => pending.delete(settled));
      pending.add(settled);
    },
  },
});

/** The parent holds the other end of stdin and never writes: it closes on an orderly stop and on kill -9 alike. */
async function endWithParent(host: DenoHost): Promise<never> {
  await host.stdin.readable.pipeTo(new WritableStream()).catch(() => undefined);
  await Promise.race([
    Promise.allSettled(pending),
    new Promise((resolve) => setTimeout(resolve, FINISH_WITHIN_MS)),
  ]);
  return host.exit(0);
}

// Deno waits for whatever a preload leaves open before it runs the function itself, so the watch begins with it.
globalThis.addEventListener(
  'load',
  () => void endWithParent((globalThis as unknown as { Deno: DenoHost }).Deno),
);
