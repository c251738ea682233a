'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { AvatarState } from '../avatar/looks';

const JarvisAvatar = dynamic(() => import('../avatar/jarvis-avatar').then((module) => module.JarvisAvatar), {
  ssr: false,
});

/** Where JARVIS stands on a screen: centre from the top and radius in design pixels. */
export interface Stand {
  state: AvatarState;
  radius: number;
  center: number;
}

/** The kiosk's screen: 1080 × 1920 design pixels, gym and time above, JARVIS, the content, the dock that never moves. */
export function Frame({
  gym,
  note,
  time,
  stand,
  children,
  dock,
}: {
  gym: string;
  note: string | null;
  time: string | null;
  stand: Stand;
  children: ReactNode;
  dock: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh place-items-center">
      <main className="relative h-[120rem] w-[67.5rem] overflow-hidden bg-graphite-0 text-ink">
        <div className="absolute left-1/2" style={{ top: `${stand.center / 16}rem` }}>
          <Shadow radius={stand.radius} />
          <JarvisAvatar state={stand.state} radius={stand.radius} />
        </div>
        <header className="absolute inset-x-16 top-14 flex items-start justify-between">
          <div>
            <p data-setup-door className="text-dock leading-[1.3]">
              {gym}
            </p>
            {note && <p className="mt-1 text-help text-ink-3">{note}</p>}
          </div>
          {time && <time className="text-dock leading-[1.3] font-normal text-ink-2">{time}</time>}
        </header>
        {children}
        {dock}
      </main>
    </div>
  );
}

/** The body without its light, until the light is drawn. */
function Shadow({ radius }: { radius: number }) {
  const side = `${radius / 8}rem`;
  return (
    <div
      aria-hidden
      className="absolute -translate-x-1/2 -translate-y-1/2 rounded-full bg-[radial-gradient(82%_82%_at_34%_30%,var(--sphere-mid),var(--sphere-dark)_60%,var(--graphite-0))] opacity-60"
      style={{ width: side, height: side }}
    />
  );
}
