'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Grants } from '@/lib/team';
import type { Changeable } from './person-actions';
import { RoleFields, scopeOf, type Standing } from './role-fields';
import { useTeamAction } from './use-team-action';

/** Gives somebody another role or place, after saying in words what that changes. */
export function RoleDialog({
  person,
  grants,
  onClose,
}: {
  person: Changeable;
  grants: Grants;
  onClose: () => void;
}) {
  const t = useTranslations('team.change');
  const team = useTranslations('team');
  const roles = useTranslations('shell.roles');
  const { busy, problem, act } = useTeamAction();
  const [asked, setAsked] = useState<Standing>({
    role: person.role,
    gym_id: person.gym_id ?? grants.gyms[0]?.id ?? '',
  });
  const [isTold, setIsTold] = useState(false);
  const before = person.gym_id ?? person.franchise_id;
  const scope = scopeOf(asked, grants);
  const after = scope.gym_id ?? scope.franchise_id ?? null;
  const place = scope.gym_id
    ? grants.gyms.find(({ id }) => id === scope.gym_id)?.name
    : scope.franchise_id && grants.franchise?.name;
  const isSame = asked.role === person.role && after === before;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSame) return setIsTold(true);
    const path = `/api/dashboard/team/${person.id}` as const;
    const { role, gym_id, franchise_id } = person;
    const former = { role, ...(gym_id && { gym_id }), ...(franchise_id && { franchise_id }) };
    const done = await act(
      { path, method: 'PUT', body: scope },
      team('toast.role', { name: person.name, role: roles(asked.role), place: place ?? '' }),
      { path, method: 'PUT', body: former },
    );
    if (done) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name: person.name })}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} />
        <RoleFields value={asked} grants={grants} onChange={setAsked} />
        <p aria-live="polite" className="min-h-10 text-ink-2">
          {isSame
            ? isTold && <span className="text-act">{t('none')}</span>
            : [
                t('becomes', {
                  name: person.name,
                  from: roles(person.role),
                  fromPlace: person.place,
                  to: roles(asked.role),
                  toPlace: place ?? '',
                }),
                after === before ? t('stays') : t('moves', { fromPlace: person.place, toPlace: place ?? '' }),
              ].join(' ')}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{team('invite.cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
