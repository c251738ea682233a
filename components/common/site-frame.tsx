import Link from 'next/link';
import type { ReactNode } from 'react';
import { JarvisLogo } from './jarvis-logo';
import { LanguageSwitch } from './language-switch';
import { LegalLinks } from './legal-links';

/** A page outside the dashboard: the name above, what one may want to read and the language below. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-[72rem] grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] px-6 md:px-8">
      <header className="flex h-18 items-center">
        <Link href="/" className="flex items-center gap-2.5 text-label font-semibold tracking-[0.08em]">
          <JarvisLogo size={24} /> JARVIS
        </Link>
      </header>
      {children}
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-5 print:hidden">
        <LegalLinks />
        <LanguageSwitch />
      </footer>
    </div>
  );
}
