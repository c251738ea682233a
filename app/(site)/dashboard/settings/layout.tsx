import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SettingsTabs } from '@/components/dashboard/settings/settings-tabs';

const ROOT = '/dashboard/settings';

/** The parts of the settings; one more is a line here, a folder beside, and a name in the messages. */
const tabs = [
  { part: 'profile', href: ROOT },
  { part: 'security', href: `${ROOT}/security` },
] as const;

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('settings');
  return (
    <>
      <div className="flex h-11 border-b border-line px-4 md:px-8 print:hidden">
        <SettingsTabs
          label={t('tabs')}
          tabs={tabs.map(({ part, href }) => ({ href, label: t(`tab.${part}`) }))}
        />
      </div>
      <div className="max-w-[64rem] px-4 pb-16 md:px-8">{children}</div>
    </>
  );
}
