import { useCallback, useSyncExternalStore } from 'react';
import { type BadgeForm, badgeFormNames } from '@/lib/members/badge-forms';

const keyOf = (gymId: string) => `badge-reader:${gymId}`;
const changed = 'badge-reader';

function subscribe(listen: () => void) {
  window.addEventListener('storage', listen);
  window.addEventListener(changed, listen);
  return () => {
    window.removeEventListener('storage', listen);
    window.removeEventListener(changed, listen);
  };
}

/** How the reader of this computer writes, as it was learnt for a gym; it stays in this browser. */
export function useDeskReader(gymId: string): {
  form: BadgeForm | undefined;
  keep: (form: BadgeForm | null) => void;
} {
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(keyOf(gymId)),
    () => null,
  );
  const keep = useCallback(
    (form: BadgeForm | null) => {
      if (form) window.localStorage.setItem(keyOf(gymId), form);
      else window.localStorage.removeItem(keyOf(gymId));
      window.dispatchEvent(new Event(changed));
    },
    [gymId],
  );
  return { form: badgeFormNames.find((name) => name === stored), keep };
}
