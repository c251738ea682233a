import Link from 'next/link';
import { cn } from '@/lib/utils/cn';

export interface LinkTab {
  href: string;
  label: string;
  count?: string | undefined;
  active: boolean;
}

/** Views of a list as links, each with its count; scrolls sideways where there is no room. */
export function LinkTabs({
  label,
  tabs,
  tone = 'line',
}: {
  label: string;
  tabs: LinkTab[];
  tone?: 'line' | 'pill';
}) {
  return (
    <nav aria-label={label} className="no-scrollbar flex h-full min-w-0 overflow-x-auto print:hidden">
      <ul className={cn('flex items-stretch', tone === 'line' ? 'gap-6' : 'items-center gap-1')}>
        {tabs.map((tab) => (
          <li key={tab.href} className="flex">
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.active ? 'page' : undefined}
              className={cn(
                'flex items-center gap-1.5 whitespace-nowrap -outline-offset-2',
                tone === 'line' && 'border-b-2 border-transparent pt-0.5 text-ink-2 hover:text-ink',
                tone === 'line' && tab.active && 'border-ink font-medium text-ink',
                tone === 'pill' && 'h-7 rounded-md px-2.5 text-ink-2 hover:bg-hover max-md:h-11',
                tone === 'pill' && tab.active && 'bg-selected font-medium text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className={cn('font-normal', tone === 'line' ? 'text-label text-ink-3' : '')}>
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
