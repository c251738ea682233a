'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';

/** What is done more rarely: receipt, merge, delete. */
export function MemberMenu({ id, name }: { id: string; name: string }) {
  const t = useTranslations('member');
  const router = useRouter();
  const { act } = useAction();
  const path = `/api/dashboard/members/${id}` as const;
  const remove = () =>
    act({ path, method: 'DELETE' }, t('deleted.done', { name }), { path: `${path}/restore`, method: 'POST' });
  const go = (page: string) => () => router.push(`/dashboard/members/${id}/${page}`);
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label={t('more')}>
          <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={go('receipt')}>{t('receipt')}</MenuItem>
      <MenuItem onSelect={go('merge')}>{t('merge')}</MenuItem>
      <MenuLine />
      <MenuItem className="text-act" onSelect={remove}>
        {t('delete')}
      </MenuItem>
    </Menu>
  );
}
