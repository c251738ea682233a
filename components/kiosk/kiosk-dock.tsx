'use client';

import { IdCardLanyard, RotateCcw, Square, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { Talk } from './machine/types';
import type { Kiosk } from './machine/use-kiosk';
import { KioskButton } from './parts/button';
import { chime } from './parts/chime';
import { Dock, iconSize, StaffButton } from './parts/dock';
import { useText } from './parts/kiosk-text';
import { loudnessOf } from './parts/loudness-of';

const ChoicesButton = dynamic(() =>
  import('./screens/served-screens').then((screens) => screens.ChoicesButton),
);

const TalkButton = dynamic(() => import('./screens/served-screens').then((screens) => screens.TalkButton));
const VoiceSign = dynamic(() => import('./screens/served-screens').then((screens) => screens.VoiceSign));

/** Whether the microphone is open, and whose turn it is; the words of the dock's first row. */
function wordsOf({ mode, fault, phase, voice, isMuted }: Talk) {
  if (mode === 'text') return phase === 'thinking' ? 'thinking' : fault ? 'voice.down' : 'micOff';
  if (voice === 'listening' || voice === 'off')
    return isMuted || voice === 'off' ? 'micOff' : 'voice.listening';
  return voice === 'thinking' ? 'thinking' : (`voice.${voice}` as const);
}

/** The dock's buttons, by what the person before the kiosk may want now. */
export function KioskDock({ kiosk, onStaff }: { kiosk: Kiosk; onStaff: (reason: string) => void }) {
  const t = useText();
  const { state, dispatch } = kiosk;
  const { view, link } = state;
  const talk = view.name === 'conversation' ? view.talk : null;
  const callStaff = () => {
    // Heard on the spot, also where the message does not get through.
    if (state.staff !== 'calling') chime(loudnessOf(state.home));
    onStaff(reasonOf(view.name));
  };
  const isPaused = view.name === 'attract' && link !== 'up';
  const says = t(talk ? wordsOf(talk) : isPaused ? 'micPaused' : 'micOff');
  return (
    <Dock
      says={says}
      sign={talk && <VoiceSign talk={talk} />}
      onLanguage={(language) => dispatch({ type: 'languageChosen', language })}
    >
      <LeftButton kiosk={kiosk} />
      {view.name !== 'pairing' && <StaffButton status={state.staff} onCall={callStaff} />}
      <StopButton kiosk={kiosk} />
    </Dock>
  );
}

function reasonOf(view: Kiosk['state']['view']['name']): string {
  if (view === 'forgotten') return 'forgotten_badge';
  return view === 'refused' ? 'refused_badge' : 'button';
}

function LeftButton({ kiosk }: { kiosk: Kiosk }) {
  const t = useText();
  const { state, dispatch, retry } = kiosk;
  const { view, link } = state;
  if (view.name === 'attract' && link === 'up') {
    return (
      <KioskButton look="dock" onClick={() => dispatch({ type: 'forgot' })}>
        <IdCardLanyard aria-hidden size={iconSize} strokeWidth={1.5} />
        {t('dock.forgotten')}
      </KioskButton>
    );
  }
  if (view.name === 'conversation') {
    const isOpen = view.talk.panel === 'choices';
    if (state.home?.kiosk.settings.voice && !isOpen) return <TalkButton kiosk={kiosk} talk={view.talk} />;
    return (
      <ChoicesButton
        isOpen={isOpen}
        isReady={view.talk.phase === 'ready'}
        onToggle={() => dispatch({ type: 'panelOpened', panel: isOpen ? 'none' : 'choices' })}
      />
    );
  }
  if (view.name === 'goodbye' && view.scan) {
    return <ChoicesButton isReady onToggle={() => dispatch({ type: 'choicesReopened' })} />;
  }
  if (view.name === 'trouble' || view.name === 'revoked' || link !== 'up') {
    const again = () => {
      if (view.name === 'trouble') dispatch({ type: 'triedAgain' });
      if (view.name === 'revoked') dispatch({ type: 'pairingOpened' });
      else void retry();
    };
    return (
      <KioskButton look="dock" onClick={again}>
        <RotateCcw aria-hidden size={iconSize} strokeWidth={1.6} />
        {t(view.name === 'revoked' ? 'revoked.pair' : 'retry')}
      </KioskButton>
    );
  }
  return null;
}

function StopButton({ kiosk: { state, dispatch, end } }: { kiosk: Kiosk }) {
  const t = useText();
  const { view } = state;
  if (view.name === 'consent' || view.name === 'conversation') {
    return (
      <KioskButton look="dock" onClick={() => end('stopped')}>
        <Square aria-hidden size="1.9rem" strokeWidth={1.5} className="fill-current" />
        {t('dock.stop')}
      </KioskButton>
    );
  }
  if (
    view.name === 'forgotten' ||
    view.name === 'noted' ||
    view.name === 'refused' ||
    view.name === 'trouble' ||
    view.name === 'goodbye'
  ) {
    return (
      <KioskButton look="dock" onClick={() => dispatch({ type: 'cleared' })}>
        <Undo2 aria-hidden size={iconSize} strokeWidth={1.6} />
        {t('dock.done')}
      </KioskButton>
    );
  }
  return null;
}
