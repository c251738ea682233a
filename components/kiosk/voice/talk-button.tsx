'use client';

import { MessageSquareText, Mic } from 'lucide-react';
import { isLoud } from '../health/health';
import type { Talk } from '../machine/types';
import type { Kiosk } from '../machine/use-kiosk';
import { KioskButton } from '../parts/button';
import { iconSize } from '../parts/dock';
import { useText } from '../parts/kiosk-text';
import { stepDown, stepUp } from './talk-aloud';

/** Goes on in writing, or aloud again; the conversation stays the same. */
export function TalkButton({ kiosk: { state, dispatch }, talk }: { kiosk: Kiosk; talk: Talk }) {
  const t = useText();
  const { person } = state;
  if (talk.mode !== 'text') {
    return (
      <KioskButton
        look="dock"
        className="gap-4 px-4 whitespace-nowrap"
        onClick={() => dispatch({ type: 'voiced', person, change: (now) => stepDown(now, 'text', null) })}
      >
        <MessageSquareText aria-hidden size={iconSize} strokeWidth={1.6} />
        {t('voice.off')}
      </KioskButton>
    );
  }
  const isHeld = state.home?.kiosk.settings.push_to_talk;
  const again = (now: Talk) => {
    const isForNoise = !isHeld && isLoud();
    return stepUp(now, isHeld || isForNoise ? 'push_to_talk' : 'voice', isForNoise ? 'noise' : null);
  };
  return (
    <KioskButton
      look="dock"
      className="gap-4 px-4 whitespace-nowrap"
      disabled={talk.phase === 'thinking'}
      onClick={() => dispatch({ type: 'voiced', person, change: again })}
    >
      <Mic aria-hidden size={iconSize} strokeWidth={1.6} />
      {t(talk.fault ? 'voice.again' : 'voice.on')}
    </KioskButton>
  );
}
