'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';
import type { Theme } from '@/lib/theme';

const themes = ['system', 'light', 'dark'] as const satisfies Theme[];

/** The three themes, each as a small page of its own colours; a choice applies and is kept at once. */
export function ThemeChoice({ current }: { current: Theme }) {
  const t = useTranslations('settings.profile');
  const names = useTranslations('shell.themes');
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState(current);
  const choose = async (theme: Theme) => {
    setChosen(theme);
    const answer = await api('/api/preferences', { body: { theme } });
    if (answer.ok) return router.refresh();
    setChosen(current);
    toast(t('themeFailed'));
  };
  return (
    <fieldset className="grid grid-cols-3 gap-3">
      <legend className="sr-only">{t('theme')}</legend>
      {themes.map((theme) => (
        <label key={theme} className="group grid cursor-pointer gap-2">
          <span className="relative flex h-22 overflow-hidden rounded-lg border border-line-strong group-has-checked:outline-2 group-has-checked:outline-ink group-has-focus-visible:outline-offset-3">
            {theme === 'dark' || <Miniature theme="light" />}
            {theme === 'light' || <Miniature theme="dark" />}
          </span>
          <span className="flex items-center gap-2">
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={theme === chosen}
              onChange={() => choose(theme)}
              className="size-4 shrink-0 accent-ink outline-none"
            />
            {names(theme)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A page from afar: a title and three rows. */
function Miniature({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <span aria-hidden data-theme={theme} className="grid flex-1 content-center gap-2 bg-canvas px-3">
      <span className="h-2 w-3/5 rounded-full bg-ink" />
      <span className="h-px bg-line" />
      <span className="h-1.5 w-4/5 rounded-full bg-bar" />
      <span className="h-1.5 w-2/3 rounded-full bg-bar" />
      <span className="h-1.5 w-1/3 rounded-full bg-accent" />
    </span>
  );
}
