'use client';

import { Keyboard, Mic, MicOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { noteHealth } from '../health/health';
import type { Talk } from '../machine/types';
import type { Kiosk } from '../machine/use-kiosk';
import { KioskButton } from '../parts/button';
import { useText } from '../parts/kiosk-text';
import { ChoicesButton } from '../screens/choices-button';
import { useVoice } from './use-voice';

export { prepareCall } from './use-voice';

/** The spoken side of a conversation: the call, its sound, and what the member does with the microphone. */
export function VoiceInterface({ kiosk, talk }: { kiosk: Kiosk; talk: Talk }) {
  const { listen, change } = useVoice(kiosk, talk);
  const { dispatch } = kiosk;
  const isForNoise = talk.mode === 'push_to_talk' && talk.fault === 'noise';
  const isUp = talk.voice !== 'connecting' && talk.voice !== 'off';
  useEffect(() => {
    // The call knows that a button is held, not why.
    if (isForNoise && isUp) noteHealth({ ladder: 'push_to_talk', ladderReason: 'noise' });
  }, [isForNoise, isUp]);
  const isQuiet = talk.mode === 'text' || talk.asks || talk.panel !== 'none' || talk.card !== null;
  if (isQuiet) return null;
  return (
    <div className="absolute inset-x-16 top-314 flex animate-rise gap-4">
      {talk.mode === 'push_to_talk' ? (
        <HoldButton
          isReady={talk.voice !== 'connecting'}
          onHold={(isHeld) => {
            listen(isHeld);
            change((now) => ({ ...now, isMuted: !isHeld }));
          }}
        />
      ) : (
        <MuteButton
          isMuted={talk.isMuted}
          onMute={(isMuted) => {
            listen(!isMuted);
            change((now) => ({ ...now, isMuted }));
          }}
        />
      )}
      <WriteButton onWrite={() => dispatch({ type: 'panelOpened', panel: 'keyboard' })} />
      <ChoicesButton
        isOpen={false}
        isReady
        look="tool"
        onToggle={() => dispatch({ type: 'panelOpened', panel: 'choices' })}
      />
    </div>
  );
}

function MuteButton({ isMuted, onMute }: { isMuted: boolean; onMute: (isMuted: boolean) => void }) {
  const t = useText();
  const Icon = isMuted ? Mic : MicOff;
  return (
    <KioskButton look="tool" aria-pressed={isMuted} onClick={() => onMute(!isMuted)}>
      <Icon aria-hidden size="2rem" strokeWidth={1.6} />
      {t(isMuted ? 'voice.unmute' : 'voice.mute')}
    </KioskButton>
  );
}

/** Heard while it is held, and no longer. */
function HoldButton({ isReady, onHold }: { isReady: boolean; onHold: (isHeld: boolean) => void }) {
  const t = useText();
  const [isHeld, setHeld] = useState(false);
  const hold = (next: boolean) => {
    if (next === isHeld || !isReady) return;
    setHeld(next);
    onHold(next);
  };
  return (
    <KioskButton
      look="hold"
      aria-pressed={isHeld}
      disabled={!isReady}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        hold(true);
      }}
      onPointerUp={() => hold(false)}
      onPointerCancel={() => hold(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') hold(true);
      }}
      onKeyUp={() => hold(false)}
      onBlur={() => hold(false)}
    >
      <Mic aria-hidden size="2rem" strokeWidth={1.6} />
      {t(isHeld ? 'voice.held' : 'voice.hold')}
    </KioskButton>
  );
}

function WriteButton({ onWrite }: { onWrite: () => void }) {
  const t = useText();
  return (
    <KioskButton look="tool" onClick={onWrite}>
      <Keyboard aria-hidden size="2rem" strokeWidth={1.6} />
      {t('voice.write')}
    </KioskButton>
  );
}
