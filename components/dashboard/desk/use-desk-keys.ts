'use client';

import { useEffect } from 'react';
import { moveRow } from '@/components/dashboard/shell/page-keys';

/** A badge reader's next key comes sooner than this, a person's hardly ever. */
const READER_MS = 50;

const commands: Record<string, () => boolean> = {
  j: () => moveRow(1),
  k: () => moveRow(-1),
  e: () => clickInRow('[data-say]'),
  ' ': () => clickInRow('[data-say]'),
  c: () => clickInRow('[data-let-in]', true),
};

/** Clicks a control of the row that has the focus, else the first of the page. */
function clickInRow(selector: string, onlyFocused = false): boolean {
  const row = document.activeElement?.closest('[data-desk-row]');
  const control = (row ?? (onlyFocused ? null : document))?.querySelector<HTMLElement>(selector);
  control?.click();
  return Boolean(control);
}

const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');

/**
 * The keyboard of the desk: j and k move, e and the space bar tick off, c lets in; whatever else is typed goes into the
 * search, and so does what a badge reader types, whose first letter may be one of those.
 * @param type puts text into the search and the cursor after it
 */
export function useDeskKeys(type: (text: string) => void) {
  useEffect(() => {
    let held = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = () => {
      const key = held;
      held = '';
      if (!commands[key]?.() && key === 'c') type('');
    };
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || key.length !== 1) return;
      if (isTypedInto(target) || document.querySelector('[role="dialog"], [role="menu"]')) return;
      // A button answers to the space bar itself.
      if (key === ' ' && target instanceof HTMLElement && target.closest('button')) return;
      if (held) {
        clearTimeout(timer);
        const text = held + key;
        held = '';
        event.preventDefault();
        event.stopPropagation();
        return type(text);
      }
      if (Object.hasOwn(commands, key)) {
        held = key;
        timer = setTimeout(run, READER_MS);
      } else if (document.querySelector(`[data-key="${CSS.escape(key)}"]`) || !/[\p{L}\p{N}]/u.test(key)) {
        return;
      } else type(key);
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [type]);
}
