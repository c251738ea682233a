'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import type { MemberRights } from '@/lib/rights';

/** Chooses the gym, says what goes along, what stays and what is taken there, and moves the member. */
export function MoveDialog({
  memberId,
  rights,
  onClose,
}: {
  memberId: string;
  rights: MemberRights;
  onClose: () => void;
}) {
  const t = useTranslations('rights.move');
  const common = useTranslations('rights');
  const { busy, problem, act } = useAction();
  const [gymId, setGymId] = useState(rights.gyms[0]?.id ?? '');
  const target = rights.gyms.find(({ id }) => id === gymId);
  const name = rights.first_name;
  const told =
    problem?.code === 'conflict'
      ? { ...problem, title: t('conflict'), detail: t('conflictDetail') }
      : problem;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act<{ id: string }>(
      { path: `/api/dashboard/members/${memberId}/move`, body: { gym_id: gymId } },
      t('done', { name, gym: target?.name ?? '' }),
      ({ id }) => ({ path: `/api/dashboard/members/${id}/move`, method: 'DELETE' }),
    );
    if (done) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name })}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={told} />
        <SelectField
          id="gym_id"
          label={t('gym')}
          data-autofocus
          value={gymId}
          onChange={(event) => setGymId(event.target.value)}
          options={rights.gyms.map(({ id, name: gym, city }) => ({
            value: id,
            label: [gym, city].filter(Boolean).join(', '),
          }))}
        />
        <ul aria-live="polite" className="grid gap-2">
          {target?.has_namesake && <li className="font-medium text-act">{t('namesake')}</li>}
          {target?.external_id_taken && <li className="font-medium text-act">{t('externalId')}</li>}
          {(target?.badges_taken ?? 0) > 0 && <li className="font-medium text-act">{t('badge')}</li>}
          <li>{t('along')}</li>
          <li>{t('stay')}</li>
          {rights.bookings_ahead > 0 && <li>{t('bookings', { count: rights.bookings_ahead })}</li>}
          <li className="text-ink-2">{t('undoable')}</li>
        </ul>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
