'use client';

import { usePathname } from 'next/navigation';
import { LinkTabs } from '@/components/ui/link-tabs';

/** The parts of the settings as links, the open one marked. */
export function SettingsTabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const path = usePathname();
  return <LinkTabs label={label} tabs={tabs.map((tab) => ({ ...tab, active: tab.href === path }))} />;
}
