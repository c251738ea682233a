'use client';

import { UserCheck, UserCog, UserX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Role } from '@/lib/auth/actor';
import type { Grants } from '@/lib/team';
import { useTeamAction } from './use-team-action';

const RoleDialog = dynamic(() => import('./role-dialog').then((module) => module.RoleDialog));

/** Somebody whom the reader may change. */
export interface Changeable {
  id: string;
  name: string;
  role: Role;
  gym_id: string | null;
  franchise_id: string | null;
  place: string;
  active: boolean;
}

/** The foot of a person's panel: another role, access closed or opened again. */
export function PersonActions({ person, grants }: { person: Changeable; grants: Grants }) {
  const t = useTranslations('team');
  const [asking, setAsking] = useState(false);
  const { busy, problem, act } = useTeamAction();
  const path = `/api/dashboard/team/${person.id}` as const;
  const setActive = (active: boolean) => ({ path, method: 'PUT' as const, body: { active } });
  const close = () => act(setActive(false), t('toast.closed', { name: person.name }), setActive(true));
  const reopen = () => act(setActive(true), t('toast.reopened', { name: person.name }), setActive(false));
  return (
    <div aria-busy={busy} className="grid gap-3 border-t border-line px-4 py-3 md:px-6 print:hidden">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        {grants.roles.length + grants.gyms.length > 1 && (
          <Button data-key="r" onClick={() => setAsking(true)}>
            <UserCog size={16} strokeWidth={1.6} aria-hidden /> {t('action.role')} <Kbd>R</Kbd>
          </Button>
        )}
        {person.active ? (
          <Button tone="danger" data-key="d" onClick={close}>
            <UserX size={16} strokeWidth={1.6} aria-hidden /> {t('action.close')} <Kbd>D</Kbd>
          </Button>
        ) : (
          <Button data-key="d" onClick={reopen}>
            <UserCheck size={16} strokeWidth={1.6} aria-hidden /> {t('action.reopen')} <Kbd>D</Kbd>
          </Button>
        )}
      </div>
      {asking && <RoleDialog person={person} grants={grants} onClose={() => setAsking(false)} />}
    </div>
  );
}
