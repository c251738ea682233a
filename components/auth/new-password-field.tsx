'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from './password-field';

/** The password that somebody chooses: its rule below, or what is wrong with the one they sent. */
export function NewPasswordField({ fault, label }: { fault: string | undefined; label: 'label' | 'new' }) {
  const t = useTranslations('auth.password');
  const invalid = useTranslations('auth.invalid');
  const known = (['too_short', 'too_long', 'guessable', 'same'] as const).find((code) => code === fault);
  return (
    <PasswordField
      id="password"
      name="password"
      label={t(label)}
      autoComplete="new-password"
      minLength={12}
      required
      help={t('rule')}
      error={known ? invalid(known) : fault && invalid('too_short')}
    />
  );
}
