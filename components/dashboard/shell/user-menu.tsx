'use client';

import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toasts';
import type { Role } from '@/lib/auth/actor';
import { api } from '@/lib/http/api';
import { languageNames, locales } from '@/lib/i18n/locale';
import { type NavItem, navItems } from './nav-items';

export interface Person {
  id: string;
  name: string;
  role: Role;
  theme: 'system' | 'light' | 'dark';
}

const themes = ['system', 'light', 'dark'] as const;

const settings = navItems.filter(({ page }) => page === 'settings');

/** Who is signed in: role, settings, language, theme, sign out here or everywhere. */
export function UserMenu({
  person,
  trigger,
  asides = settings,
}: {
  person: Person;
  trigger: ReactNode;
  /** The pages that have no place of their own beside it. */
  asides?: NavItem[];
}) {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const remember = async (choice: { locale?: string; theme?: string }) => {
    const answer = await api('/api/preferences', { body: choice });
    if (answer.ok) router.refresh();
  };
  const signOut = async (everywhere: boolean) => {
    const answer = await api('/api/auth/sign-out', { body: { everywhere } });
    if (!answer.ok && everywhere) return toast(answer.problem.title || common('offline'));
    // A new document, so that nothing of this person stays in the browser's memory.
    window.location.replace('/login');
  };
  return (
    <Menu trigger={trigger} className="w-54">
      <div className="px-2 pt-1 pb-2">
        <p className="font-medium">{person.name}</p>
        <p className="text-label text-ink-3">{t(`roles.${person.role}`)}</p>
      </div>
      <MenuLine />
      {asides.map(({ page, href, icon: Icon }) => (
        <MenuItem key={page} asChild>
          <Link href={href}>
            <Icon size={16} strokeWidth={1.6} aria-hidden /> {t(`nav.${page}`)}
          </Link>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuLabel>{common('language')}</MenuLabel>
      <MenuChoices value={locale} onValueChange={(value) => remember({ locale: value })}>
        {locales.map((one) => (
          <MenuChoice key={one} value={one} lang={one}>
            {languageNames[one]}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuChoices value={person.theme} onValueChange={(value) => remember({ theme: value })}>
        {themes.map((one) => (
          <MenuChoice key={one} value={one}>
            {t(`themes.${one}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuItem onSelect={() => signOut(false)}>
        <LogOut size={16} strokeWidth={1.6} aria-hidden /> {t('signOut')}
      </MenuItem>
      <MenuItem onSelect={() => signOut(true)} className="pl-8">
        {t('signOutEverywhere')}
      </MenuItem>
    </Menu>
  );
}
