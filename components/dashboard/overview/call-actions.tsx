'use client';

import { Check, EyeOff, type LucideIcon, UserCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type AlertOrder, useAlertAction } from '@/components/dashboard/alerts/use-alert-action';
import { Kbd } from '@/components/ui/kbd';
import { cn } from '@/lib/utils/cn';

const outcomes: { name: 'done' | 'mine' | 'dismiss'; key: string; icon: LucideIcon }[] = [
  { name: 'done', key: '1', icon: Check },
  { name: 'mine', key: '2', icon: UserCheck },
  { name: 'dismiss', key: '3', icon: EyeOff },
];

/** The outcomes of a call, one click each; the row in hand shows words and keys, the others icons. */
export function CallActions({
  row: { id, name, owner },
  me,
  inHand,
}: {
  row: { id: string; name: string; owner: string | null };
  me: string;
  inHand: boolean;
}) {
  const t = useTranslations('alerts');
  const act = useAlertAction();
  const run = (outcome: (typeof outcomes)[number]['name']) => {
    const reopen: AlertOrder = { action: 'reopen' };
    if (outcome === 'done') return act(id, { action: 'resolve' }, t('toast.resolve', { name }), reopen);
    if (outcome === 'dismiss') return act(id, { action: 'dismiss' }, t('toast.dismiss', { name }), reopen);
    return act(id, { action: 'assign', assignee: me }, t('toast.mine', { name }), {
      action: 'assign',
      assignee: owner,
    });
  };
  return (
    <div
      className={cn(
        'flex rounded-md border border-line-strong bg-surface print:hidden',
        inHand ? 'max-md:w-full' : 'max-md:hidden',
      )}
    >
      {outcomes.map(({ name: outcome, key, icon: Icon }) => (
        <button
          key={outcome}
          type="button"
          title={inHand ? undefined : t(`action.${outcome}`)}
          aria-label={inHand ? undefined : `${t(`action.${outcome}`)}, ${name}`}
          data-key={inHand ? key : undefined}
          onClick={() => void run(outcome)}
          className={cn(
            'flex h-7.5 items-center justify-center gap-2 font-medium hover:bg-hover not-first:border-l not-first:border-line-strong first:rounded-l-md last:rounded-r-md',
            inHand
              ? 'px-2.5 max-md:h-15 max-md:flex-1 max-md:flex-col max-md:gap-1 max-md:text-label'
              : 'w-9 text-ink-2 hover:text-ink',
          )}
        >
          <Icon size={16} strokeWidth={1.6} aria-hidden />
          {inHand && t(`action.${outcome}`)}
          {inHand && <Kbd>{key}</Kbd>}
        </button>
      ))}
    </div>
  );
}
