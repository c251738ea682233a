import type { AvatarState } from './avatar/looks';
import type { KioskState, Talk } from './machine/types';
import type { Stand } from './parts/frame';

const large = { radius: 356, center: 547 };
const middle = { radius: 230, center: 400 };
const away = { radius: 290, center: 480 };
const talking = { radius: 170, center: 318 };
const small = { radius: 150, center: 290 };
const spoken = { radius: 285, center: 430 };
const typing = { radius: 130, center: 262 };

/** What the next member will see, to be drawn while nobody is there. */
export const upcoming: Stand[] = [
  { state: 'idle', ...small },
  { state: 'speaking', ...talking },
  { state: 'thinking', ...talking },
  { state: 'listening', ...spoken },
  { state: 'speaking', ...spoken },
  { state: 'idle', ...middle },
  { state: 'listening', ...typing },
];

/** Where JARVIS stands and how it looks; the pole is its gaze and the light its mood. */
export function standOf({ view, link, home }: KioskState): Stand {
  const isShut =
    home?.gym.status !== 'active' || home.kiosk.status === 'maintenance' || !home.gym.today.is_open;
  switch (view.name) {
    case 'starting':
      return link === 'up' ? { state: 'idle', ...large } : { state: 'away', ...away };
    case 'attract':
      if (link === 'down') return { state: 'away', ...away };
      if (link === 'failing') return { state: 'down', ...middle };
      return isShut ? { state: 'shut', ...middle } : { state: 'idle', ...large };
    case 'noted':
      return { state: 'away', ...middle };
    case 'reading':
      return { state: 'idle', ...large };
    case 'setup':
    case 'pairing':
      return { state: 'idle', ...small, radius: 90, center: 190 };
    case 'consent':
      return view.known ? { state: 'idle', ...middle } : { state: 'idle', ...small };
    case 'conversation':
      if (view.talk.panel === 'keyboard' && view.talk.phase === 'ready')
        return { state: 'listening', ...typing };
      return isAloud(view.talk)
        ? { state: mood(view.talk), ...spoken }
        : { state: mood(view.talk), ...talking };
    case 'revoked':
    case 'elsewhere':
    case 'trouble':
      return { state: 'down', ...middle };
    case 'goodbye':
      return { state: 'goodbye', ...middle };
    case 'refused':
    case 'forgotten':
      return { state: 'idle', ...middle };
  }
}

/** Only the two voices are on the screen. */
const isAloud = ({ mode, card, panel, asks }: Talk) => mode !== 'text' && !card && panel === 'none' && !asks;

const moods = {
  off: 'idle',
  connecting: 'thinking',
  listening: 'listening',
  thinking: 'thinking',
  speaking: 'speaking',
} as const;

function mood(talk: Talk): AvatarState {
  if (talk.mode !== 'text') return moods[talk.voice];
  if (talk.fault && talk.faultSeq === talk.seq) return 'down';
  if (talk.phase === 'thinking') return 'thinking';
  if (talk.phase === 'failed') return 'down';
  return talk.panel === 'none' && !talk.asks ? 'speaking' : 'listening';
}
