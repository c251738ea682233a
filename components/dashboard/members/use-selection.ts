'use client';

import { createContext, useContext } from 'react';

interface Selection {
  chosen: ReadonlySet<string>;
  /** Chooses or drops one; with shift everybody from the one before to this one. */
  toggle: (id: string, on: boolean, range: boolean) => void;
  choose: (ids: readonly string[]) => void;
}

export const SelectionContext = createContext<Selection | null>(null);

/** Who is chosen, inside of the list. */
export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error('A checkbox of a member stands outside of its list.');
  return selection;
}
