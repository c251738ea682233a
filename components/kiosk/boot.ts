let id: string | null = null;

/** Names this start of the page. Monotonic times (`performance.now()`) may be compared within one boot only (rule K4). */
export function bootId(): string {
  id ??= crypto.randomUUID();
  return id;
}

/** Milliseconds since this boot began; goes on at its pace whatever somebody does to the clock. */
export const sinceBoot = (): number => Math.round(performance.now());
