'use client';

import { useEffect } from 'react';

const visible = (element: HTMLElement) => element.getClientRects().length > 0;
const first = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((element) => visible(element));

/** Moves the focus to the next or previous `data-row`; with a panel open the panel follows. Answers whether there was one. */
export function moveRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(visible);
  if (rows.length === 0) return false;
  const active = document.activeElement;
  const focused = rows.findIndex((row) => row === active || row.contains(active));
  const at = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'true');
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  if (!next || next === rows[at]) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  if (first('[data-peek]') && next.ariaCurrent !== 'true') next.click();
  return true;
}

function onKey(event: KeyboardEvent) {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return;
  if (target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]')) {
    if (event.key === 'Escape') target.blur();
    return;
  }
  if (event.key === '/') {
    const field = first('main [data-page-search]') ?? first('[data-page-search]');
    field?.focus();
    if (field) event.preventDefault();
    return;
  }
  if (event.key === 'j' || event.key === 'k') {
    event.preventDefault();
    moveRow(event.key === 'j' ? 1 : -1);
    return;
  }
  if (!/^([a-z0-9?]|Escape)$/.test(event.key)) return;
  const control = first(`[data-key="${event.key}"]`);
  if (!control) return;
  event.preventDefault();
  control.click();
}

/** The keyboard of every page: what a control answers to is written on it as `data-key`, a row of a list is a `data-row`. */
export function PageKeys() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
