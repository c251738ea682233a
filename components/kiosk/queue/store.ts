import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry, Stamp } from './entries';

/** Where entries and notes lie until they are delivered; survives a reload, unless the browser keeps nothing. */
export interface Store {
  /** `gym` is the sign of the gym where it was kept, null before the server's first answer. What is there stays. */
  add(gym: string | null, entry: Entry): Promise<void>;
  /** The oldest of a gym, at most `limit`. */
  oldest(gym: string | null, limit: number): Promise<Entry[]>;
  drop(eventIds: readonly string[]): Promise<void>;
  /** Drops the oldest above `most`, and whatever `isStale` says. */
  prune(most: number, isStale: (stamp: Stamp) => boolean): Promise<void>;
  count(): Promise<number>;
  note<T>(name: string): Promise<T | null>;
  /** Null takes the note away. */
  setNote(name: string, value: unknown): Promise<void>;
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

interface Shelf extends DBSchema {
  keys: { key: string; value: CryptoKey };
  entries: {
    key: number;
    value: Sealed & { place?: number; event_id: string; gym: string | null; stamp: Stamp };
    indexes: { event_id: string };
  };
  notes: { key: string; value: Sealed };
}

const algorithm = 'AES-GCM';

/** The key never leaves the browser: it cannot be read out, by the page neither. */
async function keyOf(db: IDBPDatabase<Shelf>): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const { store, done } = db.transaction('keys', 'readwrite');
  const known = await store.get('queue');
  if (!known) await store.put(fresh, 'queue');
  await done;
  return known ?? fresh;
}

async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: algorithm, iv }, key, text) };
}

/** Null for what this key cannot open. */
async function unseal<T>(key: CryptoKey, { iv, data }: Sealed): Promise<T | null> {
  try {
    const text = await crypto.subtle.decrypt({ name: algorithm, iv }, key, data);
    return JSON.parse(new TextDecoder().decode(text)) as T;
  } catch {
    return null;
  }
}

/** The store in IndexedDB, sealed with AES-GCM. Rejects where the browser has no such thing. */
export async function openStore(): Promise<Store> {
  const db = await openDB<Shelf>('kiosk', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys');
      fresh.createObjectStore('notes');
      fresh
        .createObjectStore('entries', { keyPath: 'place', autoIncrement: true })
        .createIndex('event_id', 'event_id', { unique: true });
    },
  });
  const key = await keyOf(db);
  const drop = async (eventIds: readonly string[]) => {
    const { store, done } = db.transaction('entries', 'readwrite');
    const places = await Promise.all(eventIds.map((id) => store.index('event_id').getKey(id)));
    await Promise.all(places.map((place) => place !== undefined && store.delete(place)));
    await done;
  };
  return {
    drop,
    async add(gym, entry) {
      const { event_id, boot_id, boot_ms, at } = entry;
      const sealed = await seal(key, entry);
      const { store, done } = db.transaction('entries', 'readwrite');
      if ((await store.index('event_id').getKey(event_id)) === undefined) {
        await store.add({ ...sealed, event_id, gym, stamp: { boot_id, boot_ms, at } });
      }
      await done;
    },
    async oldest(gym, limit) {
      const rows: Shelf['entries']['value'][] = [];
      let cursor = await db.transaction('entries').store.openCursor();
      while (cursor && rows.length < limit) {
        if (cursor.value.gym === gym || cursor.value.gym === null) rows.push(cursor.value);
        cursor = await cursor.continue();
      }
      const found: Entry[] = [];
      const rotten: string[] = [];
      for (const row of rows) {
        const entry = await unseal<Entry>(key, row);
        if (entry) found.push(entry);
        else rotten.push(row.event_id);
      }
      if (rotten.length > 0) await drop(rotten);
      return found;
    },
    async prune(most, isStale) {
      const { store, done } = db.transaction('entries', 'readwrite');
      let over = (await store.count()) - most;
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
        if (over-- > 0 || isStale(cursor.value.stamp)) await cursor.delete();
      }
      await done;
    },
    count: () => db.count('entries'),
    async note<T>(name: string) {
      const sealed = await db.get('notes', name);
      return sealed ? unseal<T>(key, sealed) : null;
    },
    async setNote(name, value) {
      if (value === null) await db.delete('notes', name);
      else await db.put('notes', await seal(key, value), name);
    },
  };
}
