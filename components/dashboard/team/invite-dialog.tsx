'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { type Locale, languageNames, locales } from '@/lib/i18n/locale';
import type { Grants } from '@/lib/team';
import { RoleFields, scopeOf, type Standing } from './role-fields';
import { useTeamAction } from './use-team-action';

/** Asks somebody to join: who, as what, where, in which language. What was typed stays when it is refused. */
export function InviteDialog({
  grants,
  language,
  onClose,
}: {
  grants: Grants;
  language: Locale;
  onClose: () => void;
}) {
  const t = useTranslations('team.invite');
  const team = useTranslations('team');
  const invalid = useTranslations('auth.invalid');
  const { busy, problem, act } = useTeamAction({ conflict: 'taken' });
  const [standing, setStanding] = useState<Standing>({
    role: grants.roles.includes('gym_staff') ? 'gym_staff' : (grants.roles[0] ?? 'gym_staff'),
    gym_id: grants.gyms[0]?.id ?? '',
  });
  const isTaken = problem?.code === 'conflict';

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = {
      full_name: text('full_name'),
      email: text('email'),
      language: text('language'),
      ...scopeOf(standing, grants),
    };
    const path = '/api/dashboard/team/invitations';
    if (await act({ path, body }, team('toast.invited', { email: body.email }))) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} labels={{ full_name: t('fullName'), email: t('email') }} />
        <Field
          id="full_name"
          name="full_name"
          label={t('fullName')}
          autoComplete="off"
          maxLength={120}
          required
          data-autofocus
          error={isAtFault(problem, 'full_name') ? t('fullNameMissing') : undefined}
        />
        <Field
          id="email"
          name="email"
          type="email"
          inputMode="email"
          label={t('email')}
          autoComplete="off"
          maxLength={254}
          required
          error={isAtFault(problem, 'email') ? invalid('email') : isTaken ? team('problem.taken') : undefined}
        />
        <RoleFields value={standing} grants={grants} onChange={setStanding} />
        <SelectField
          id="language"
          name="language"
          label={t('language')}
          help={t('languageHelp')}
          defaultValue={language}
          options={locales.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
