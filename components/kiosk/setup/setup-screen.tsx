'use client';

import { Mic, MicOff } from 'lucide-react';
import { useIdle } from '../machine/use-idle';
import type { Kiosk } from '../machine/use-kiosk';
import { KioskButton } from '../parts/button';
import { Headline } from '../parts/headline';
import { loudnessOf } from '../parts/loudness-of';
import { MicrophoneDiagnostic } from './microphone-diagnostic';
import { SetupPage } from './setup-page';
import { BadgeRow, NetworkRow, SpeakerRow } from './setup-rows';
import { SetupWords, useSetupText } from './setup-words';
import { useCheck } from './use-check';

const patienceMs = 180_000;

/** The check of a device by whoever sets it up: network, microphone, speaker, badge; members never stand before it. */
export function SetupScreen({ kiosk, badge }: { kiosk: Kiosk; badge: string | null }) {
  return (
    <SetupWords>
      <Screen kiosk={kiosk} badge={badge} />
    </SetupWords>
  );
}

function Screen({ kiosk: { state, dispatch, retry }, badge }: { kiosk: Kiosk; badge: string | null }) {
  const t = useSetupText();
  const { home } = state;
  const { check, again, answerSpeaker } = useCheck(loudnessOf(home));
  const leave = () => {
    // What was found is in the fleet before whoever checked it has put the ladder away.
    void retry();
    dispatch({ type: 'cleared' });
  };
  useIdle(patienceMs, 'setup', leave);
  const isOpen = check.levelDb !== null;
  return (
    <SetupPage gym={home?.gym.name ?? ''} note={home?.kiosk.name ?? ''}>
      <section className="absolute inset-x-16 top-44 wide:w-[42rem]">
        <Headline text={t('title')} />
        <p className="mt-6 text-kiosk-lead text-ink-2 text-pretty">{t('lead')}</p>
      </section>
      <section className="absolute inset-x-16 top-120 wide:top-34 wide:left-[52rem]">
        <ul className="border-b border-line">
          <NetworkRow found={check.network} />
          <MicrophoneDiagnostic check={check} />
          <SpeakerRow speaker={check.speaker} onAnswer={answerSpeaker} />
          <BadgeRow badge={badge} />
        </ul>
        <p
          aria-live="polite"
          className="mt-10 flex items-center gap-5 text-dock wide:absolute wide:top-[43rem] wide:-left-[48rem] wide:mt-0"
        >
          {isOpen ? (
            <Mic aria-hidden size="2.5rem" strokeWidth={1.4} />
          ) : (
            <MicOff aria-hidden size="2.5rem" strokeWidth={1.4} className="text-ink-3" />
          )}
          {t(isOpen ? 'micOpen' : 'micShut')}
        </p>
      </section>
      <footer className="absolute inset-x-16 bottom-16 grid grid-cols-2 gap-4 wide:left-[52rem]">
        <KioskButton look="wide" className="wide:h-20" onClick={again}>
          {t('again')}
        </KioskButton>
        <KioskButton look="primary" onClick={leave}>
          {t('done')}
        </KioskButton>
      </footer>
    </SetupPage>
  );
}
