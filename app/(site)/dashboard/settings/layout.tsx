import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SettingsTabs } from '@/components/dashboard/settings/settings-tabs';
import { can, type Permission } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';

const ROOT = '/dashboard/settings';

/** The parts of the settings; one more is a line here, a folder beside, and a name in the messages. */
const tabs = [
  { part: 'profile', href: ROOT },
  { part: 'security', href: `${ROOT}/security` },
  { part: 'gym', href: `${ROOT}/gym`, permission: 'gym.read' },
  { part: 'audit', href: `${ROOT}/audit`, permission: 'audit.read' },
] as const satisfies { part: string; href: string; permission?: Permission }[];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('settings');
  const { actor, gym } = await currentContext();
  const open = tabs.filter(
    (tab) => !('permission' in tab) || (gym && can(actor, tab.permission, { gymId: gym.id })),
  );
  return (
    <>
      <div className="flex h-11 border-b border-line px-4 md:px-8 print:hidden">
        <SettingsTabs
          label={t('tabs')}
          tabs={open.map(({ part, href }) => ({ href, label: t(`tab.${part}`) }))}
        />
      </div>
      <div className="max-w-[64rem] px-4 pb-16 md:px-8">{children}</div>
    </>
  );
}
