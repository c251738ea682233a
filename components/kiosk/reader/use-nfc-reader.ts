import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { hasNfc, nfcIsAllowed, readNfc } from './web-nfc';

/** Whether this device's own reader is on; `none` where it has no reader. */
export type NfcState = 'none' | 'off' | 'on' | 'refused';

let state: NfcState = 'off';
const reads = new Set<(read: string) => void>();
const watchers = new Set<() => void>();

function change(next: NfcState): void {
  state = next;
  for (const watcher of watchers) watcher();
}

/** Turns the device's reader on; the first time the browser asks, so that it has to follow a tap. */
export async function turnOnNfc(): Promise<void> {
  if (state === 'on') return;
  const deliver = (read: string) => {
    for (const one of reads) one(read);
  };
  // It stays on for as long as the page is there.
  const isOn = await readNfc(deliver, new AbortController().signal);
  change(isOn ? 'on' : 'refused');
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** The state of the device's own reader, for the screen where it is turned on. */
export const useNfcState = (): NfcState =>
  useSyncExternalStore(
    watch,
    () => (hasNfc() ? state : 'none'),
    () => 'none',
  );

/** Hears the device's own reader; it is turned on by itself where somebody has allowed it before. */
export function useNfcReader(onRead: (read: string) => void): void {
  const deliver = useEffectEvent(onRead);
  useEffect(() => {
    const listen = (read: string) => deliver(read);
    reads.add(listen);
    const begin = async () => {
      if (await nfcIsAllowed()) await turnOnNfc();
    };
    void begin();
    return () => {
      reads.delete(listen);
    };
  }, []);
}
