'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Field } from '@/components/ui/field';
import { useToast } from '@/components/ui/toasts';
import type { Assigned } from '@/lib/badges';
import { api } from '@/lib/http/api';
import { BadgeSource, type HeldBadge } from './badge-source';
import { shortName } from './short-name';

/** Lends a spare badge to a guest: a first name, then the badge. */
export function GuestsDesk({ gymId }: { gymId: string }) {
  const t = useTranslations('badges.guests');
  const router = useRouter();
  const show = useToast();
  const { busy, problem, send, rest } = useSend();
  const [name, setName] = useState('');
  const [note, setNote] = useState<string | null>(null);
  const [isNameless, setNameless] = useState(false);
  const [round, setRound] = useState(0);
  const field = useRef<HTMLDivElement>(null);

  const lend = async (badge: HeldBadge) => {
    const first_name = name.trim();
    setNote(null);
    setNameless(!first_name);
    if (!first_name) {
      field.current?.querySelector('input')?.focus();
      return;
    }
    if (badge.kind !== 'read') return;
    const { read, form } = badge;
    const answer = await send<Assigned>('/api/dashboard/badges/guests', {
      body: { gym_id: gymId, first_name, read, ...(form && { form }) },
    });
    if (!answer) return;
    rest();
    setRound((one) => one + 1);
    const { data } = answer;
    if (data.outcome === 'taken') setNote(t('taken', { owner: shortName(data.owner) }));
    else if (data.outcome !== 'assigned') setNote(t('ambiguous'));
    else {
      setName('');
      router.refresh();
      show(t('lent', { name: first_name }), async () => {
        await api(`/api/dashboard/badges/${data.badge_id}/undo`, { body: {} });
        router.refresh();
      });
    }
  };
  return (
    <section aria-labelledby="lend" aria-busy={busy} className="grid content-start gap-4">
      <h2 id="lend" className="text-head">
        {t('lend')}
      </h2>
      <p className="text-ink-2">{t('lendHelp')}</p>
      <FormProblem problem={problem} />
      {note && (
        <p role="alert" className="rounded-md bg-watch-wash px-4 py-3">
          {note}
        </p>
      )}
      <div ref={field}>
        <Field
          label={t('firstName')}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
          error={isNameless && !name.trim() ? t('nameless') : undefined}
        />
      </div>
      <BadgeSource gymId={gymId} kiosks={[]} round={round} onBadge={(badge) => void lend(badge)} />
    </section>
  );
}
