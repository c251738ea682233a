'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect } from 'react';

/** The row in hand: the one with the focus, else the one whose panel is open. */
function rowInHand(list: HTMLElement): HTMLElement | null {
  const active = document.activeElement;
  if (active && list.contains(active)) return active.closest<HTMLElement>('[data-member]');
  return active === document.body
    ? (list.querySelector('[data-row][aria-current]')?.closest<HTMLElement>('[data-member]') ?? null)
    : null;
}

/**
 * What the keyboard does with the row in hand: x chooses it (with shift all up to it), o or space opens its panel, Enter
 * its page, e the form of its page.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, mayEdit: boolean): void {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !list.current) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      const target = event.target as HTMLElement;
      const isBox = target.matches('input[type="checkbox"]');
      if (target.matches('input, textarea, select, button') && !isBox) return;
      const row = rowInHand(list.current);
      const id = row?.dataset.member;
      if (!row || !id) return;
      const link = row.querySelector<HTMLAnchorElement>('[data-row]');
      const isLink = target === link || target === document.body;
      if (event.key.toLowerCase() === 'x') {
        const shiftKey = event.shiftKey;
        row.querySelector('input')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
      } else if (event.key === 'o' || (event.key === ' ' && isLink)) link?.click();
      else if (event.key === 'Enter' && isLink && !event.shiftKey) router.push(`/dashboard/members/${id}`);
      else if (event.key === 'e' && mayEdit) router.push(`/dashboard/members/${id}/edit`);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, mayEdit, router]);
}
