import { useEffect, useEffectEvent } from 'react';

const heldMs = 3_000;

/** Calls `onOpen` when somebody holds the gym's name for three seconds while nobody is served. */
export function useSetupDoor(onOpen: () => void, isFree: boolean): void {
  const open = useEffectEvent(() => {
    if (isFree) onOpen();
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = ({ target }: PointerEvent) => {
      clearTimeout(timer);
      if (target instanceof Element && target.closest('[data-setup-door]'))
        timer = setTimeout(() => open(), heldMs);
    };
    const release = () => clearTimeout(timer);
    const leaving = ['pointerup', 'pointercancel'] as const;
    document.addEventListener('pointerdown', press);
    for (const name of leaving) document.addEventListener(name, release);
    return () => {
      release();
      document.removeEventListener('pointerdown', press);
      for (const name of leaving) document.removeEventListener(name, release);
    };
  }, []);
}
