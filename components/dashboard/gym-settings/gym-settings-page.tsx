import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SettingsTabs } from '@/components/dashboard/settings/settings-tabs';

const ROOT = '/dashboard/settings/gym';
const tabs = [
  ['hours', ROOT],
  ['place', `${ROOT}/place`],
  ['kiosk', `${ROOT}/kiosk`],
  ['consents', `${ROOT}/consents`],
  ['data', `${ROOT}/data`],
] as const;

/** The frame of each part of a gym's settings: its tabs, and for whoever may not change it the reason why. */
export async function GymSettingsPage({
  title,
  readOnly,
  children,
}: {
  title: string;
  /** Null for those who may change them. */
  readOnly: 'role' | 'suspended' | null;
  children: ReactNode;
}) {
  const t = await getTranslations('gymSettings');
  const { common, errors, shell, auth, gymSettings } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{
        common,
        errors: { invalid_input: errors.invalid_input },
        shell: { undo: shell.undo },
        auth: { problem: auth.problem },
        gymSettings,
      }}
    >
      <h1 className="sr-only">{title}</h1>
      <div className="-mx-2.5 flex h-11 items-center pt-2 max-md:h-14">
        <SettingsTabs
          label={t('tabs')}
          tone="pill"
          tabs={tabs.map(([part, href]) => ({ href, label: t(`tab.${part}`) }))}
        />
      </div>
      {readOnly && (
        <p className="mt-3 rounded-md bg-sunken px-4 py-3 text-ink-2">
          {t(readOnly === 'role' ? 'readOnly' : 'suspended')}
        </p>
      )}
      {children}
    </NextIntlClientProvider>
  );
}
