'use client';

import { ChevronsUpDown } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useTransition } from 'react';
import { Menu, MenuChoice, MenuChoices, MenuLabel } from '@/components/ui/menu';
import { api } from '@/lib/http/api';

export interface GymChoice {
  id: string;
  name: string;
  group: string;
}

/** The gym on screen and the others of this person; choosing one opens the same page there. */
export function ContextSwitcher({
  gyms,
  current,
  children,
}: {
  gyms: GymChoice[];
  current: string;
  /** What the control shows; its frame is ours. */
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  const router = useRouter();
  const path = usePathname();
  const [pending, start] = useTransition();
  const frame = 'flex w-full min-w-0 items-center justify-between gap-2 text-left';
  if (gyms.length < 2) return <div className={frame}>{children}</div>;

  const open = (gym: string) =>
    start(async () => {
      const answer = await api('/api/preferences', { body: { gym } });
      if (!answer.ok) return;
      // Filters and an open panel belong to the other gym.
      router.replace(path);
      router.refresh();
    });
  const groups = [...Map.groupBy(gyms, (gym) => gym.group)];
  return (
    <Menu
      className="w-58"
      trigger={
        <button type="button" className={frame} aria-busy={pending}>
          {children}
          <span className="sr-only">{t('switchGym')}</span>
          <ChevronsUpDown size={16} strokeWidth={1.6} aria-hidden className="shrink-0 text-ink-3" />
        </button>
      }
    >
      <MenuChoices value={current} onValueChange={open}>
        {groups.map(([group, members]) => (
          <div key={group}>
            <MenuLabel>{group}</MenuLabel>
            {members.map((gym) => (
              <MenuChoice key={gym.id} value={gym.id}>
                {gym.name}
              </MenuChoice>
            ))}
          </div>
        ))}
      </MenuChoices>
    </Menu>
  );
}
