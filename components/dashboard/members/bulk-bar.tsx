'use client';

import { Download, Ellipsis, Pause, Play, RotateCcw, Trash2, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';
import type { MemberAction } from '@/lib/members';
import { useSelection } from './use-selection';
import { useDownload } from './use-download';

export interface BulkRights {
  gymId: string;
  /** Changes members at all; others choose them for a file. */
  edit: boolean;
  /** The list is of deleted members, who can only come back. */
  deleted: boolean;
}

/** As many as one change takes. */
const MOST = 500;

const usual = [
  { action: 'suspend', key: 's', icon: Pause },
  { action: 'resume', key: 'r', icon: Play },
  { action: 'delete', key: 'd', icon: Trash2 },
] as const;
const ofDeleted = [{ action: 'restore', key: 'r', icon: RotateCcw }] as const;

/** What can be done with the chosen members, each with its key; a change offers its undo for ten seconds. */
export function BulkBar({ rows, rights, total }: { rows: string[]; rights: BulkRights; total: number }) {
  const t = useTranslations('members');
  const { chosen, choose } = useSelection();
  const { busy, problem, act } = useAction();
  const show = useToast();
  const address = useSearchParams();
  const download = useDownload();
  const ids = [...chosen];
  const reachable = Math.min(total, MOST);
  const mayTakeMore = rows.every((id) => chosen.has(id)) && chosen.size < reachable;

  const change = async (action: MemberAction) => {
    const done = await act<{ changed: number; change_id: string | null }>(
      {
        path: '/api/dashboard/members/bulk',
        body: { gym_id: rights.gymId, action, ids: ids.slice(0, MOST) },
      },
      ({ changed }) => t(`done.${action}`, { count: changed }),
      ({ change_id: id }) =>
        id ? { path: `/api/dashboard/members/bulk/${id}`, method: 'DELETE' } : undefined,
    );
    if (done) choose([]);
  };
  const takeAll = async () => {
    const query = new URLSearchParams(address);
    query.set('gym', rights.gymId);
    const answer = await api<{ ids: string[] }>(`/api/dashboard/members/bulk?${query}`);
    if (answer.ok) choose(answer.data.ids);
    else show(answer.problem.title || t('exportMenu.failed'));
  };
  const save = (format: 'csv' | 'xlsx') =>
    download({ gym_id: rights.gymId, ids: ids.slice(0, MOST), query: Object.fromEntries(address), format });
  return (
    <section
      aria-label={t('select.bar')}
      aria-busy={busy}
      className="fixed inset-x-4 bottom-5 z-20 mx-auto w-fit max-w-[calc(100vw-2rem)] animate-rise rounded-xl border border-line bg-surface px-4 py-2 shadow-float max-md:bottom-17 md:left-58 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <p aria-live="polite" className="pr-2 font-medium">
          {t('select.count', { count: chosen.size })}
        </p>
        {mayTakeMore && (
          <Button tone="quiet" onClick={takeAll} className="underline underline-offset-4">
            {total > MOST ? t('select.first', { count: MOST }) : t('select.every', { count: total })}
          </Button>
        )}
        {rights.edit &&
          (rights.deleted ? ofDeleted : usual).map(({ action, key, icon: Icon }) => (
            <Button
              key={action}
              tone={action === 'delete' ? 'danger' : 'quiet'}
              data-key={key}
              onClick={() => change(action)}
            >
              <Icon size={16} strokeWidth={1.6} aria-hidden /> {t(`bulk.${action}`)}{' '}
              <Kbd className="max-md:hidden">{key.toUpperCase()}</Kbd>
            </Button>
          ))}
        <Menu
          align="end"
          trigger={
            <Button tone="quiet" size="icon" aria-label={t('bulk.more')}>
              <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
            </Button>
          }
        >
          {rights.edit && !rights.deleted && (
            <>
              <MenuItem onSelect={() => change('object')}>{t('bulk.object')}</MenuItem>
              <MenuItem onSelect={() => change('agree')}>{t('bulk.agree')}</MenuItem>
            </>
          )}
          {(['csv', 'xlsx'] as const).map((format) => (
            <MenuItem key={format} onSelect={() => save(format)}>
              <Download size={16} strokeWidth={1.6} aria-hidden /> {t('bulk.export')},{' '}
              {t(`exportMenu.${format}`)}
            </MenuItem>
          ))}
        </Menu>
        <Button
          tone="quiet"
          size="icon"
          data-key="Escape"
          aria-label={t('select.clear')}
          onClick={() => choose([])}
        >
          <X size={16} strokeWidth={1.6} aria-hidden />
        </Button>
      </div>
      {problem && (
        <p role="alert" className="pt-1 pb-1 text-label text-act">
          {problem.title} {problem.detail}
        </p>
      )}
    </section>
  );
}
