'use client';

import { Columns3 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuCheck, MenuItem, MenuLine } from '@/components/ui/menu';
import { columnsQuery, defaultColumns, type MemberColumn } from '@/lib/members/columns';
import { href } from '@/lib/utils/search-params';

/** Which columns the list shows; the choice is in the address, and in a view that is saved. */
export function ColumnsMenu({
  path,
  query,
  shown,
  offered,
}: {
  path: string;
  query: Record<string, string | undefined>;
  shown: MemberColumn[];
  offered: MemberColumn[];
}) {
  const t = useTranslations('members');
  const router = useRouter();
  const [, start] = useTransition();
  const [columns, setColumns] = useOptimistic(shown);
  const choose = (next: MemberColumn[]) => {
    if (next.length === 0) return;
    start(() => {
      setColumns(next);
      router.replace(href(path, query, { columns: columnsQuery(next) ?? null }), { scroll: false });
    });
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button tone="quiet" size="icon" aria-label={t('columns.choose')} className="max-md:hidden">
          <Columns3 size={16} strokeWidth={1.6} aria-hidden />
        </Button>
      }
    >
      {offered.map((column) => (
        <MenuCheck
          key={column}
          checked={columns.includes(column)}
          onCheckedChange={(on) =>
            choose(on ? [...columns, column] : columns.filter((other) => other !== column))
          }
        >
          {t(`column.${column}`)}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => choose(defaultColumns)}>{t('columns.usual')}</MenuItem>
    </Menu>
  );
}
