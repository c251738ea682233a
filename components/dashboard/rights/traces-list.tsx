'use client';

import { useTranslations } from 'next-intl';
import type { Traces } from '@/lib/rights';

/** What stays, as a number of its day and of nobody. */
const numbers = ['visits', 'scans', 'conversations', 'archived_conversations'] as const;
const gone = [
  'turns',
  'summaries',
  'badges',
  'bookings',
  'alerts',
  'notes',
  'contacts',
  'consents',
  'preferences',
  'fitness_profile',
  'figures',
  'earlier_conversations',
  'imports',
  'import_visits',
  'desk_check_ins',
  'desk_ticks',
] as const;
const known: readonly string[] = [...numbers, ...gone];

/** What an erasure reaches: what goes, and what stays without a person. */
export function TracesList({ traces }: { traces: Traces }) {
  const t = useTranslations('rights');
  const held = <K extends string>(kinds: readonly K[]) => kinds.filter((kind) => (traces[kind] ?? 0) > 0);
  const others = Object.entries(traces)
    .filter(([kind]) => !known.includes(kind))
    .reduce((sum, [, count]) => sum + count, 0);
  const kept = held(numbers);
  return (
    <div className="grid gap-3 rounded-md bg-sunken px-4 py-3">
      <Part title={t('erase.gone')}>
        <li>{t('kinds.identity')}</li>
        {held(gone).map((kind) => (
          <li key={kind}>{t(`kinds.${kind}`, { count: traces[kind] ?? 0 })}</li>
        ))}
        {others > 0 && <li>{t('kinds.other', { count: others })}</li>}
      </Part>
      {kept.length > 0 && (
        <Part title={t('erase.numbers')}>
          {kept.map((kind) => (
            <li key={kind}>{t(`kinds.${kind}`, { count: traces[kind] ?? 0 })}</li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-label font-medium">{title}</h3>
      <ul className="grid gap-x-6 gap-y-0.5 text-ink-2 sm:grid-cols-2">{children}</ul>
    </div>
  );
}
