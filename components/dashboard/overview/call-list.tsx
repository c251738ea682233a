'use client';

import { Phone } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { Button } from '@/components/ui/button';
import { type Level, RiskBar } from '@/components/ui/risk-level';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import { cn } from '@/lib/utils/cn';
import { CallActions } from './call-actions';

export interface CallRow {
  id: string;
  /** Who has the alert; null for nobody. */
  owner: string | null;
  mayAct: boolean;
  name: string;
  firstName: string;
  status: Status;
  level: Level | null;
  /** The level's word, or the kind of alert where there is no level. */
  word: string;
  since: string;
  sentence: string;
  advice: string | null;
  phone: { href: string; text: string } | null;
}

/** The working list: one row in hand with everything to act on, the others one click away. */
export function CallList({ rows, me }: { rows: CallRow[]; me: string }) {
  const t = useTranslations('overview.call');
  const [chosen, setChosen] = useState<string | null>(null);
  const inHand = rows.find((row) => row.id === chosen) ?? rows[0];
  return (
    <ul>
      {rows.map((row) => {
        const open = row === inHand;
        return (
          <li
            key={row.id}
            className={cn(
              'grid grid-cols-[1.875rem_minmax(0,1fr)_auto] items-center border-b border-line',
              open &&
                'my-1 -mr-3 -ml-3 rounded-lg border border-line-strong bg-surface py-3 pr-3 pl-3 md:-mr-4 md:pr-4 md:pl-3.5',
              !open && 'min-h-14 py-1.5',
            )}
          >
            <StatusShape status={row.status} className={cn(open && 'self-start mt-1.5')} />
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2.5">
                <Link
                  href={`/dashboard/alerts?open=${row.id}`}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  onFocus={() => setChosen(row.id)}
                  className={cn('font-medium hover:underline', open && 'text-head')}
                >
                  {row.name}
                </Link>
                {row.level && <RiskBar level={row.level} />}
                <span className={cn('text-label text-ink-2', row.status === 'act' && open && 'text-act')}>
                  {row.word}
                </span>
                {open && <span className="text-label text-ink-3 max-md:hidden">{row.since}</span>}
              </p>
              <p className={cn('text-ink-2', open && 'pt-1 max-md:text-[0.9375rem]')}>{row.sentence}</p>
              {open && row.advice && (
                <p className="flex items-start gap-2 pt-2 max-md:text-[0.9375rem]">
                  <span className="grid h-5 shrink-0 items-center">
                    <JarvisLogo size={17} />
                  </span>
                  <span>{t('say', { advice: row.advice })}</span>
                </p>
              )}
              {open && (
                <div className="flex flex-wrap items-center gap-2 pt-3 max-md:-ml-7.5">
                  {row.phone ? (
                    <Button asChild tone="accent" className="max-md:w-full">
                      <a href={row.phone.href}>
                        <Phone size={16} strokeWidth={1.6} aria-hidden />
                        <span className="max-md:hidden">{t('phone', { phone: row.phone.text })}</span>
                        <span className="md:hidden">{t('phoneShort', { name: row.firstName })}</span>
                      </a>
                    </Button>
                  ) : null}
                  {row.mayAct && <CallActions row={row} me={me} inHand />}
                </div>
              )}
            </div>
            {!open && row.mayAct && <CallActions row={row} me={me} inHand={false} />}
          </li>
        );
      })}
    </ul>
  );
}
