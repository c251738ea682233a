'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Field } from '@/components/ui/field';

/** A password with a button that shows it; `id` is needed because the button names what it controls. */
export function PasswordField({
  beside,
  ...field
}: Omit<ComponentProps<typeof Field>, 'type' | 'look'> & {
  id: string;
  /** A link beside the label, such as that of a forgotten password. */
  beside?: ReactNode;
}) {
  const t = useTranslations('auth.password');
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Field
        {...field}
        look="secret"
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      {beside && <span className="absolute -top-2 right-0 text-label">{beside}</span>}
      <button
        type="button"
        aria-controls={field.id}
        onClick={() => setShown(!shown)}
        className="absolute top-5.5 right-0 flex h-10 items-center rounded-md px-3 text-label text-ink-2 -outline-offset-2 hover:text-ink max-md:h-12"
      >
        <span aria-hidden>{shown ? t('hide') : t('show')}</span>
        <span className="sr-only">{shown ? t('hideName') : t('showName')}</span>
      </button>
    </div>
  );
}
