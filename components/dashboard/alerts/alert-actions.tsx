'use client';

import { Check, EyeOff, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { moveRow } from '@/components/dashboard/shell/page-keys';

const OutcomeDialog = dynamic(() => import('./outcome-dialog').then((module) => module.OutcomeDialog));

const openActions = [
  { action: 'resolve', key: 'e', icon: Check },
  { action: 'dismiss', key: 's', icon: EyeOff },
] as const;
const closedActions = [{ action: 'reopen', key: 'r', icon: RotateCcw }] as const;

export type Outcome = 'resolve' | 'dismiss' | 'reopen';

/** The foot of the panel: what can be done with the alert, each with its key. */
export function AlertActions({
  alert,
  may,
  closed,
}: {
  alert: { id: string; name: string; open: boolean };
  may: boolean;
  /** When it was closed, for one that is. */
  closed: string | null;
}) {
  const t = useTranslations('alerts');
  const [asking, setAsking] = useState<Outcome | null>(null);
  return (
    <div className="flex min-h-14 shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2 md:px-8 print:hidden">
      {may &&
        (alert.open ? openActions : closedActions).map(({ action, key, icon: Icon }) => (
          <Button key={action} data-key={key} onClick={() => setAsking(action)}>
            <Icon size={16} strokeWidth={1.6} aria-hidden />
            {t(`action.${action}`)} <Kbd>{key.toUpperCase()}</Kbd>
          </Button>
        ))}
      {closed && <span className="text-label text-ink-2">{closed}</span>}
      <Button tone="quiet" className="-mr-3 ml-auto max-md:hidden" onClick={() => moveRow(1)}>
        {t('peek.next')} <Kbd>J</Kbd>
      </Button>
      {asking && <OutcomeDialog alert={alert} outcome={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}
