/** What the badge reader of a phone or tablet tells; only Chrome on Android has one. */
interface NfcReader extends EventTarget {
  scan(options: { signal: AbortSignal }): Promise<void>;
}

declare global {
  interface Window {
    NDEFReader?: new () => NfcReader;
  }
}

/** A badge that rests on the reader is read again and again. */
const restMs = 3_000;

export const hasNfc = (): boolean => window.NDEFReader !== undefined;

/** Whether the reader may be used without asking anybody. */
export async function nfcIsAllowed(): Promise<boolean> {
  if (!hasNfc()) return false;
  // The name is missing in the types of browsers without it.
  const state = await navigator.permissions.query({ name: 'nfc' as PermissionName }).catch(() => null);
  return state?.state === 'granted';
}

/** The badge's own number as hex signs, as a reader would have typed it; null when the badge tells none. */
export function numberOf(serial: string | undefined): string | null {
  const hex = (serial ?? '').replace(/[^0-9a-f]/gi, '').toLowerCase();
  return hex.length >= 8 && hex.length <= 20 ? hex : null;
}

/**
 * Reads badges until `signal` aborts; the first time the browser asks whoever has just tapped.
 * False when it may not or cannot.
 */
export async function readNfc(onRead: (read: string) => void, signal: AbortSignal): Promise<boolean> {
  if (!window.NDEFReader) return false;
  const reader = new window.NDEFReader();
  let last = { read: '', at: Number.NEGATIVE_INFINITY };
  const take = (event: Event) => {
    const read = numberOf((event as Event & { serialNumber?: string }).serialNumber);
    if (read === null) return;
    const isResting = read === last.read && event.timeStamp - last.at < restMs;
    last = { read, at: event.timeStamp };
    if (!isResting) onRead(read);
  };
  reader.addEventListener('reading', take, { signal });
  try {
    await reader.scan({ signal });
    return true;
  } catch {
    return false;
  }
}
