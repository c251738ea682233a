'use client';

import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Order, useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import type { SavedView } from '@/lib/members';
import { href } from '@/lib/utils/search-params';

const ViewDialog = dynamic(() => import('./view-dialog').then((module) => module.ViewDialog));

const PATH = '/api/dashboard/members/views';

/** What can be done with the view on screen: kept under a name, brought up to date, renamed, shared, forgotten. */
export function ViewMenu({
  gymId,
  path,
  current,
  saved,
  isChanged,
  may,
}: {
  gymId: string;
  path: string;
  /** What a view would keep. */
  current: Record<string, string>;
  /** The saved view that the page began with. */
  saved: SavedView | undefined;
  /** Whether the page shows anything else than that view. */
  isChanged: boolean;
  may: { share: boolean; change: boolean };
}) {
  const t = useTranslations('members.saved');
  const router = useRouter();
  const { act } = useAction();
  const [asking, setAsking] = useState<'new' | 'rename' | null>(null);
  const one = (body: object): Order => ({ path: `${PATH}/${saved?.id ?? ''}`, method: 'PUT', body });
  const name = saved?.name ?? '';
  const open = (id: string | undefined) => {
    if (id) router.replace(href(path, current, { saved: id }), { scroll: false });
  };
  const forget = async () => {
    if (!saved) return;
    const back: Order = {
      path: PATH,
      body: { gym_id: gymId, name, query: saved.query, shared: saved.is_shared },
    };
    const gone = await act(
      { path: `${PATH}/${saved.id}`, method: 'DELETE' },
      t('saidDeleted', { name }),
      back,
    );
    if (gone) router.replace(href(path, current), { scroll: false });
  };
  const dialog = asking && (
    <ViewDialog
      view={asking === 'rename' ? { name } : null}
      mayShare={may.share}
      order={(typed, shared) =>
        asking === 'rename'
          ? one({ name: typed })
          : { path: PATH, body: { gym_id: gymId, name: typed, query: current, shared } }
      }
      onSaved={open}
      onClose={() => setAsking(null)}
    />
  );
  if (!saved)
    return isChanged ? (
      <>
        <Button tone="quiet" size="bar" className="max-md:h-11" onClick={() => setAsking('new')}>
          {t('save')}
        </Button>
        {dialog}
      </>
    ) : null;
  const mayChange = may.change;
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button tone="quiet" size="bar" className="max-md:h-11">
            {t(isChanged ? 'modified' : 'menu')}
            <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
          </Button>
        }
      >
        {isChanged && mayChange && (
          <MenuItem
            onSelect={() =>
              act(one({ query: current }), t('saidUpdated', { name }), one({ query: saved.query }))
            }
          >
            {t('update')}
          </MenuItem>
        )}
        {isChanged && <MenuItem onSelect={() => setAsking('new')}>{t('another')}</MenuItem>}
        {isChanged && mayChange && <MenuLine />}
        {mayChange && <MenuItem onSelect={() => setAsking('rename')}>{t('rename')}</MenuItem>}
        {may.share && (
          <MenuItem
            onSelect={() =>
              act(
                one({ shared: !saved.is_shared }),
                t(saved.is_shared ? 'saidUnshared' : 'saidShared', { name }),
                one({ shared: saved.is_shared }),
              )
            }
          >
            {t(saved.is_shared ? 'unshare' : 'share')}
          </MenuItem>
        )}
        {mayChange && <MenuItem onSelect={forget}>{t('delete')}</MenuItem>}
        {!mayChange && !isChanged && <MenuItem onSelect={() => setAsking('new')}>{t('another')}</MenuItem>}
      </Menu>
      {dialog}
    </>
  );
}
