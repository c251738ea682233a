'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { signInPages } from '@/lib/auth/gate';
import { api } from '@/lib/http/api';
import { type Locale, languageNames, locales } from '@/lib/i18n/locale';
import { FormProblem, isAtFault } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { leaveFor, useSend } from './use-send';

/** Accepts an invitation: name, language, password, terms. The second factor is asked or offered next. */
export function SetupForm({ name, language, email }: { name: string; language: Locale; email: string }) {
  const t = useTranslations('auth');
  const { busy, problem, send } = useSend();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = form.get('language');
    const answer = await send('/api/auth/setup', {
      body: {
        full_name: form.get('full_name'),
        language: chosen,
        password: form.get('password'),
        terms: form.get('terms') === 'on',
      },
    });
    if (!answer) return;
    await api('/api/preferences', { body: { locale: chosen } });
    leaveFor(signInPages.enrol);
  };
  const labels = {
    full_name: t('setup.fullName'),
    language: t('setup.language'),
    password: t('password.label'),
    terms: t('frame.terms'),
  };
  const termsFault = isAtFault(problem, 'terms');
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
      <FormProblem problem={problem} labels={labels} />
      <input hidden type="text" name="username" autoComplete="username" value={email} readOnly />
      <Field
        id="full_name"
        name="full_name"
        label={labels.full_name}
        autoComplete="name"
        maxLength={120}
        defaultValue={name}
        required
        error={isAtFault(problem, 'full_name') ? t('invalid.full_name') : undefined}
      />
      <SelectField
        id="language"
        name="language"
        label={labels.language}
        help={t('setup.languageHelp')}
        defaultValue={language}
        options={locales.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <NewPasswordField
        label="label"
        fault={problem?.errors?.find((error) => error.field === 'password')?.code}
      />
      <div className="grid gap-1.5">
        <label className="flex items-start gap-3 py-1">
          <input
            id="terms"
            name="terms"
            type="checkbox"
            required
            aria-invalid={termsFault || undefined}
            aria-describedby={termsFault ? 'terms-note' : undefined}
            className="mt-0.5 size-4 shrink-0 accent-ink max-md:size-5"
          />
          <span>
            {t.rich('setup.agree', {
              terms: (text) => <LegalLink page="terms">{text}</LegalLink>,
              privacy: (text) => <LegalLink page="privacy">{text}</LegalLink>,
            })}
          </span>
        </label>
        {termsFault && (
          <p id="terms-note" className="text-label text-act">
            {t('invalid.terms')}
          </p>
        )}
      </div>
      <Button type="submit" tone="accent" size="large" aria-disabled={busy}>
        {busy ? t('setup.busy') : t('setup.submit')}
      </Button>
    </form>
  );
}

/** Opens beside the form, so that nothing typed is lost. */
function LegalLink({ page, children }: { page: 'terms' | 'privacy'; children: ReactNode }) {
  return (
    <Link href={`/legal/${page}`} target="_blank" className="link">
      {children}
    </Link>
  );
}
