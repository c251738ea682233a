import type { Entry } from './entries';
import type { Store } from './store';

/** Keeps until the page is closed: better than nothing where the browser offers nothing else. */
export function memoryStore(): Store {
  let kept: { gym: string | null; entry: Entry }[] = [];
  const notes = new Map<string, unknown>();
  return {
    async add(gym, entry) {
      if (!kept.some((one) => one.entry.event_id === entry.event_id)) kept.push({ gym, entry });
    },
    oldest: async (gym, limit) =>
      kept.flatMap((one) => (one.gym === gym || one.gym === null ? [one.entry] : [])).slice(0, limit),
    async drop(eventIds) {
      kept = kept.filter(({ entry }) => !eventIds.includes(entry.event_id));
    },
    async prune(most, isStale) {
      kept = kept.slice(-most).filter(({ entry }) => !isStale(entry));
    },
    count: async () => kept.length,
    note: async <T>(name: string) => (notes.get(name) as T | undefined) ?? null,
    async setNote(name, value) {
      if (value === null) notes.delete(name);
      else notes.set(name, value);
    },
  };
}
