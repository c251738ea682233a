import type { useTranslations } from 'next-intl';
import type { Status } from '@/components/ui/status-shape';
import type { KioskRow } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';
import { kioskShapes, kioskTones } from './kiosk-shapes';

type Translate = ReturnType<typeof useTranslations<'fleet'>>;
type ShownWords = ReturnType<typeof useTranslations<'kiosks.shown'>>;

/** From this level on an entrance is too loud to be understood well, in dB below full scale. */
export const LOUD_DB = -25;
/** Answers slower than this are remembered by whoever waits, in milliseconds. */
export const SLOW_MS = 1_500;

export const isDeaf = ({ microphone }: KioskRow): boolean =>
  microphone === 'silent' || microphone === 'blocked' || microphone === 'missing';

/** The last step of the ladder: badges are read, and nobody can talk. */
const readsOnly = ({ ladder }: KioskRow): boolean => ladder === 'badge';

const isRevoked = ({ paired, revoked_at }: KioskRow) => !paired && revoked_at !== null;

/** The state in one word, which also says that it was removed or switched itself off. */
export function stateWord(kiosk: KioskRow, t: Translate, shown: ShownWords): string {
  if (isRevoked(kiosk)) return t('revoked');
  if (kiosk.shown === 'offline' && kiosk.going_down_at) return t('down');
  return shown(kiosk.shown);
}

export function stateShape(kiosk: KioskRow): Status {
  if (isRevoked(kiosk)) return 'off';
  const isWell = kiosk.shown === 'online';
  if (isWell && (kiosk.copied_at || (isDeaf(kiosk) && !readsOnly(kiosk)))) return 'act';
  return isWell && readsOnly(kiosk) ? 'watch' : kioskShapes[kiosk.shown];
}

/** What stands beside the name: nothing where all is well. */
export function stateTag(
  kiosk: KioskRow,
  t: Translate,
  shown: ShownWords,
): { word: string; tone: string } | null {
  if (kiosk.copied_at) return { word: t('copied'), tone: 'text-act' };
  if (kiosk.shown === 'online') {
    if (readsOnly(kiosk)) return { word: t('ladder.badge'), tone: 'text-watch' };
    return isDeaf(kiosk) ? { word: t('micOff'), tone: 'text-act' } : null;
  }
  return {
    word: stateWord(kiosk, t, shown),
    tone: isRevoked(kiosk) ? 'text-ink-2' : (kioskTones[kiosk.shown] ?? 'text-ink-2'),
  };
}

/** What it means and what to do, in a sentence or two. */
export function advice(kiosk: KioskRow, t: Translate, format: Format): string {
  if (kiosk.copied_at) return t('say.copied');
  if (isRevoked(kiosk)) return t('say.revoked');
  if (kiosk.shown === 'offline' && kiosk.going_down_at) return t('say.down');
  if (kiosk.shown === 'late')
    return t('say.late', {
      age: kiosk.last_heartbeat_at ? format.age(kiosk.last_heartbeat_at, new Date()) : '',
    });
  if (kiosk.shown === 'online') {
    if (readsOnly(kiosk))
      return t('say.badge', { why: kiosk.ladder_reason ? t(`reason.${kiosk.ladder_reason}`) : '' });
    if (isDeaf(kiosk)) return t('say.mic');
    return t('say.online', {
      voice: kiosk.ladder === 'voice' || kiosk.ladder === 'push_to_talk' ? 'yes' : 'no',
    });
  }
  return t(`say.${kiosk.shown}`);
}

const endings = ['goodbye', 'stop', 'silence', 'limit', 'page_closed'] as const;

/** When the last conversation was and how it ended; never what was said. */
export function talkWords({ last_talk }: KioskRow, t: Translate, format: Format): string {
  if (!last_talk) return t('none');
  const ending = endings.find((reason) => reason === last_talk.end_reason);
  const end = last_talk.ended_at ? t(`talk.${ending ?? 'other'}`) : t('talk.open');
  return `${format.moment(last_talk.at)}, ${end}`;
}

export const noiseWords = (db: number | null, t: Translate, format: Format): string =>
  db === null ? t('none') : t('db', { value: format.number(db).replace('-', '−') });

/** "0,64 s". */
export const secondsWords = (ms: number | null, t: Translate, format: Format): string =>
  ms === null
    ? t('none')
    : `${new Intl.NumberFormat(format.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ms / 1_000)}\u00a0s`;
