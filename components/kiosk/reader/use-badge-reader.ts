import { useEffect, useEffectEvent } from 'react';
import { nothingRead, readKey } from './read-keys';

/** Listens to the badge reader, which types like a keyboard; what it typed never reaches a form. */
export function useBadgeReader(onRead: (read: string) => void): void {
  const deliver = useEffectEvent(onRead);
  useEffect(() => {
    let state = nothingRead;
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing) return;
      const result = readKey(state, { code: event.code, at: event.timeStamp });
      state = result.state;
      if (result.read === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      deliver(result.read);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
