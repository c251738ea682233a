import { vi } from 'vitest';

/** Puts the time limits of calls into the test's hand: none runs out by itself, `end` makes all of them run out. */
export function holdPatience(): { end(): void; free(): void } {
  const clocks: AbortController[] = [];
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const clock = new AbortController();
    clocks.push(clock);
    return clock.signal;
  });
  return {
    end() {
      for (const clock of clocks.splice(0)) clock.abort(new DOMException('It took too long', 'TimeoutError'));
    },
    free: () => spy.mockRestore(),
  };
}
