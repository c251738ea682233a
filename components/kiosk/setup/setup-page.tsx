'use client';

import type { ReactNode } from 'react';

/** The whole screen for whoever sets the kiosk up; nothing of what members see is on it. */
export function SetupPage({ gym, note, children }: { gym: string; note: string; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh place-items-center">
      <main className="relative h-[120rem] w-[67.5rem] overflow-hidden bg-graphite-0 text-ink wide:h-[67.5rem] wide:w-[120rem]">
        <header className="absolute inset-x-16 top-14 flex items-start justify-between text-dock leading-[1.3]">
          <p>{gym}</p>
          <p className="font-normal text-ink-2">{note}</p>
        </header>
        {children}
      </main>
    </div>
  );
}
