import type { Entry } from './entries';
import type { Store } from './store';

/** Keeps until the page is closed: better than nothing where the browser offers nothing else. */
export function memoryStore(): Store {
  const kept = new Map<string, { gym: string | null; entry: Entry }>();
  const notes = new Map<string, unknown>();
  return {
    async add(gym, entry) {
      if (!kept.has(entry.event_id)) kept.set(entry.event_id, { gym, entry });
    },
    async oldest(gym, limit) {
      const found: Entry[] = [];
      for (const one of kept.values()) {
        if (found.length < limit && (one.gym === gym || one.gym === null)) found.push(one.entry);
      }
      return found;
    },
    async drop(eventIds) {
      for (const id of eventIds) kept.delete(id);
    },
    async prune(most, isStale) {
      let over = kept.size - most;
      for (const [id, { entry }] of kept) if (over-- > 0 || isStale(entry)) kept.delete(id);
    },
    count: async () => kept.size,
    note: async <T>(name: string) => (notes.get(name) as T | undefined) ?? null,
    async setNote(name, value) {
      if (value === null) notes.delete(name);
      else notes.set(name, value);
    },
  };
}
