'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useSelection } from './use-selection';

const box = 'size-4 cursor-pointer accent-ink';
/** The whole cell takes the click, above the link that covers the row. */
const cell = 'relative z-1 flex h-full min-h-10 w-10 cursor-pointer items-center pl-3 max-md:min-h-11';

/** The checkbox of one member; shift chooses everybody up to it. */
export function SelectBox({ id, name }: { id: string; name: string }) {
  const t = useTranslations('members.select');
  const { chosen, toggle } = useSelection();
  return (
    <label className={cell}>
      <input
        type="checkbox"
        className={box}
        tabIndex={-1}
        aria-label={t('one', { name })}
        checked={chosen.has(id)}
        onChange={(event) => toggle(id, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  );
}

/** The checkbox of the whole page, in between when only some of it is chosen. */
export function SelectPage({ ids }: { ids: string[] }) {
  const t = useTranslations('members.select');
  const { chosen, choose } = useSelection();
  const own = useRef<HTMLInputElement>(null);
  const here = ids.filter((id) => chosen.has(id)).length;
  useEffect(() => {
    if (own.current) own.current.indeterminate = here > 0 && here < ids.length;
  }, [here, ids.length]);
  return (
    <label className={cell}>
      <input
        ref={own}
        type="checkbox"
        className={box}
        aria-label={t('page')}
        checked={ids.length > 0 && here === ids.length}
        onChange={(event) => choose(event.target.checked ? ids : [])}
      />
    </label>
  );
}
