import { useEffect, useEffectEvent, useRef } from 'react';
import { api } from '@/lib/http/api';
import type { Locale, Talk } from '../machine/types';
import type { Kiosk } from '../machine/use-kiosk';
import { keepEntry } from '../queue/port';
import { takeCall, takeMicrophone, waitingSince } from './ahead';
import { openLine } from './line';
import { audioContext } from './meter';
import { openMicrophone } from './microphone';
import { forgetSeq, openOutbox } from './outbox';
import type { VoiceSession } from './session-types';
import { voiceSession } from './voice-session';

const loadCall = () => import('@/lib/voice/adapter/openai-call').then((module) => module.openCall);

/** Loads what a call needs, while a badge is being greeted; what does not come then, the call asks for again. */
export const prepareCall = (): void => {
  void loadCall().catch(() => undefined);
  audioContext();
};

/** Holds the spoken side of the open conversation: calls begin and end with its mode, and all ends with its screen. */
export function useVoice({ state, dispatch, lastRead }: Kiosk, talk: Talk) {
  const session = useRef<VoiceSession | null>(null);
  const { person, language, home } = state;
  const spoken = useRef<Locale>(language);
  const mayKeep = useRef(talk.answers.analyse);
  useEffect(() => {
    mayKeep.current = talk.answers.analyse;
  }, [talk.answers.analyse]);

  const open = useEffectEvent(() => {
    const speaker = document.createElement('audio');
    speaker.hidden = true;
    document.body.append(speaker);
    const read_event_id = lastRead.current;
    const outbox = openOutbox(
      talk.conversationId,
      (path, body) => api(path, { body }),
      (event, agoMs) => {
        // What was said waits only where it may be kept (rule P1).
        if (event.kind === 'turn' && !mayKeep.current) return;
        const event_id = crypto.randomUUID();
        void keepEntry({ kind: 'spoken', event_id, read_event_id, event: { ...event, age_ms: 0 } }, agoMs);
      },
    );
    const own = voiceSession({
      greeting: talk.turns[0]?.text ?? '',
      speaker,
      outbox,
      language: () => spoken.current,
      post: (path, body) => api(path, { body, locale: spoken.current }),
      loadCall,
      openMicrophone: () => takeMicrophone() ?? openMicrophone(),
      firstCall: takeCall,
      change: (change) => dispatch({ type: 'voiced', person, change }),
      onStaffCalled: () => dispatch({ type: 'staff', status: 'called' }),
      onOver: (code) => dispatch({ type: 'choiceFailed', person, code }),
    });
    session.current = own;
    openLine({
      say: own.say,
      drain: () => {
        own.finish();
        return outbox.drain();
      },
      leave: () => {
        own.finish();
        return outbox.beacon();
      },
    });
    return () => {
      session.current = null;
      openLine(null);
      own.hangUp();
      speaker.remove();
      outbox.close();
      forgetSeq();
    };
  });
  useEffect(() => open(), []);

  const settings = home?.kiosk.settings;
  const volume = settings?.mute ? 0 : (settings?.volume ?? 100) / 100;
  useEffect(() => session.current?.setVolume(volume), [volume]);

  const isSpoken = talk.mode !== 'text';
  const wasSpoken = useRef(false);
  const begin = useEffectEvent(() => {
    const since = wasSpoken.current ? performance.now() : waitingSince();
    wasSpoken.current = true;
    if (talk.mode !== 'text') void session.current?.start(talk.mode, since);
  });
  useEffect(() => {
    if (!isSpoken) return;
    begin();
    return () => session.current?.hangUp();
  }, [isSpoken]);

  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    session.current?.speakIn(language);
  }, [language]);

  return {
    /** Opens or shuts the microphone. */
    listen: (isOpen: boolean) => session.current?.listen(isOpen),
    change: (change: (talk: Talk) => Talk) => dispatch({ type: 'voiced', person, change }),
  };
}
