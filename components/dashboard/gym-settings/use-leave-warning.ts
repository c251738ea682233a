import { useEffect } from 'react';

/** Asks before the page is left, by closing it or by a link in it, while something typed is not saved. */
export function useLeaveWarning(isDirty: boolean, question: string): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '#';
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.hasAttribute('target');
      if (!link || href.startsWith('#') || opensElsewhere || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', warn);
    document.addEventListener('click', ask, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('click', ask, true);
    };
  }, [isDirty, question]);
}
