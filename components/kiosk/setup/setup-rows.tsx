'use client';

import { printedNumber } from '@/lib/badges/printed-number';
import { badgeReadings } from '@/lib/members/badge-forms';
import { KioskButton } from '../parts/button';
import { turnOnNfc, useNfcState } from '../reader/use-nfc-reader';
import { CheckRow } from './check-row';
import type { NetworkFound } from './network';
import { useSetupText } from './setup-words';
import type { Check } from './use-check';

const networkStates = { good: 'good', slow: 'watch', poor: 'act', none: 'act' } as const;
const speakerStates = {
  waiting: 'open',
  playing: 'open',
  asking: 'open',
  muted: 'open',
  ok: 'good',
  silent: 'act',
} as const;

export function NetworkRow({ found }: { found: NetworkFound | 'waiting' }) {
  const t = useSetupText();
  if (found === 'waiting')
    return <CheckRow state="open" name={t('network.name')} says={t('network.waiting')} />;
  const isTalking = found.webrtc || found.verdict === 'none';
  return (
    <CheckRow
      state={isTalking ? networkStates[found.verdict] : 'watch'}
      name={t('network.name')}
      says={t(isTalking ? `network.verdict.${found.verdict}` : 'network.noLine')}
      detail={
        found.latencyMs === null
          ? undefined
          : t('network.figures', { latency: found.latencyMs, jitter: found.jitterMs ?? 0 })
      }
    />
  );
}

/** The speaker; whoever stands there is only asked when the microphone has not heard it. */
export function SpeakerRow({
  speaker,
  onAnswer,
}: {
  speaker: Check['speaker'];
  onAnswer: (heard: boolean) => void;
}) {
  const t = useSetupText();
  return (
    <CheckRow state={speakerStates[speaker]} name={t('speaker.name')} says={t(`speaker.${speaker}`)}>
      {speaker === 'asking' &&
        [true, false].map((heard) => (
          <KioskButton key={String(heard)} look="choice" onClick={() => onAnswer(heard)}>
            {t(heard ? 'speaker.yes' : 'speaker.no')}
          </KioskButton>
        ))}
    </CheckRow>
  );
}

/** The badge reader: whatever it reads here is shown as it came and as badges have it printed, and let nobody in. */
export function BadgeRow({ badge }: { badge: string | null }) {
  const t = useSetupText();
  const nfc = useNfcState();
  const result = badge === null ? null : badgeReadings(badge);
  const printed = badge === null ? null : printedNumber(badge);
  const says =
    result === null
      ? t('badge.waiting')
      : result.ok
        ? t('badge.read', { badge: badge ?? '' })
        : t(`badge.${result.reason}`);
  const hint = printed
    ? t('badge.printed', printed)
    : badge === null && nfc === 'on'
      ? t('badge.nfcOn')
      : nfc === 'refused'
        ? t('badge.nfcRefused')
        : undefined;
  return (
    <CheckRow
      state={result === null ? 'open' : result.ok ? 'good' : 'watch'}
      name={t('badge.name')}
      says={says}
      detail={hint}
    >
      {(nfc === 'off' || nfc === 'refused') && (
        <KioskButton look="card" className="px-8" onClick={() => void turnOnNfc()}>
          {t('badge.nfc')}
        </KioskButton>
      )}
    </CheckRow>
  );
}
