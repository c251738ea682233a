'use client';

import { usePathname } from 'next/navigation';
import { LinkTabs } from '@/components/ui/link-tabs';

/** The parts of the settings as links, the open one marked: the longest address that the page is at or below. */
export function SettingsTabs({
  label,
  tabs,
  tone,
}: {
  label: string;
  tabs: { href: string; label: string }[];
  tone?: 'line' | 'pill';
}) {
  const path = usePathname();
  const [open] = tabs
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length);
  return (
    <LinkTabs
      label={label}
      {...(tone && { tone })}
      tabs={tabs.map((tab) => ({ ...tab, active: tab.href === open }))}
    />
  );
}
