'use client';

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { BulkBar, type BulkRights } from './bulk-bar';
import { useRowKeys } from './use-row-keys';
import { SelectionContext } from './use-selection';

/** Who of a list is chosen, what the keyboard does with its rows, and the bar of what can be done with them. */
export function MemberSelection({
  rows,
  rights,
  total,
  children,
}: {
  /** The ids on this page, in their order. */
  rows: string[];
  rights: BulkRights;
  /** How many members the filter has; 10,000 where there are more. */
  total: number;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const list = useRef<HTMLDivElement>(null);
  const choose = useCallback((ids: readonly string[]) => setChosen(new Set(ids)), []);
  const toggle = useCallback(
    (id: string, on: boolean, range: boolean) => {
      const [from, to] = [rows.indexOf(last.current ?? ''), rows.indexOf(id)];
      const meant =
        range && from >= 0 && to >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      last.current = id;
      setChosen((before) => {
        const after = new Set(before);
        for (const one of meant) {
          if (on) after.add(one);
          else after.delete(one);
        }
        return after;
      });
    },
    [rows],
  );
  useRowKeys(list, rights.edit);
  const selection = useMemo(() => ({ chosen, toggle, choose }), [chosen, toggle, choose]);
  return (
    <SelectionContext value={selection}>
      <div ref={list} className="overflow-x-auto print:overflow-visible">
        {children}
      </div>
      {chosen.size > 0 && <BulkBar rows={rows} rights={rights} total={total} />}
    </SelectionContext>
  );
}
