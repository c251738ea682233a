'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';
import { isLocale, type Locale, languageNames, locales } from '@/lib/i18n/locale';

/** One's own name and language. Says when something is not saved yet, and warns before the page is left. */
export function ProfileForm({ name, language }: { name: string; language: Locale }) {
  const t = useTranslations('settings.profile');
  const invalid = useTranslations('auth.invalid');
  const router = useRouter();
  const toast = useToast();
  const { busy, problem, send, rest } = useSend();
  const [typed, setTyped] = useState({ full_name: name, language });
  const isDirty = typed.full_name !== name || typed.language !== language;

  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = { ...typed, full_name: typed.full_name.trim() };
    setTyped(given);
    const answer = await send('/api/dashboard/settings/profile', { method: 'PUT', body: given });
    if (!answer) return;
    if (typed.language !== language) await api('/api/preferences', { body: { locale: typed.language } });
    rest();
    toast(t('saved'));
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
      <FormProblem problem={problem} labels={{ full_name: t('fullName'), language: t('language') }} />
      <Field
        id="full_name"
        name="full_name"
        label={t('fullName')}
        autoComplete="name"
        maxLength={120}
        value={typed.full_name}
        onChange={(event) => setTyped({ ...typed, full_name: event.target.value })}
        required
        error={isAtFault(problem, 'full_name') ? invalid('full_name') : undefined}
      />
      <SelectField
        id="language"
        name="language"
        label={t('language')}
        help={t('languageHelp')}
        value={typed.language}
        onChange={({ target }) => isLocale(target.value) && setTyped({ ...typed, language: target.value })}
        options={locales.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="accent" aria-disabled={busy}>
          {busy ? t('saving') : t('save')}
        </Button>
        <p aria-live="polite" className="text-label text-ink-2">
          {isDirty && !busy && t('dirty')}
        </p>
      </div>
    </form>
  );
}
