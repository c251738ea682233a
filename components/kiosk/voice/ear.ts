import type { VoiceEvent } from '@/lib/voice/adapter/types';
import { noteLatency } from '../health/health';
import { meterOf, type Meter } from './meter';
import { hear as hearVoice } from './sound';

const everyMs = 5;
/** A pause shorter than this belongs to the same sentence. */
const pauseMs = 250;

export interface Ear {
  /** Follows what happens in the call. */
  note: (event: VoiceEvent) => void;
  close: () => void;
}

/**
 * Listens to both voices: their loudness for whoever draws them, silence at once when the member speaks up, and how
 * long it took until JARVIS could be heard, or could not any more.
 */
export function openEar(
  microphone: MediaStream,
  speaker: HTMLAudioElement,
  time: (name: 'first_sound' | 'barge_in', ms: number) => void,
): Ear {
  const member = meterOf(microphone);
  let jarvis: Meter | null = null;
  /** When the member's present sentence began, and when it was last heard. */
  let begun = 0;
  let heardAt = -Infinity;
  let jarvisHeardAt = -Infinity;
  let stoppedAt: number | null = null;
  hearVoice('member', member);

  const findJarvis = () => {
    if (jarvis || !(speaker.srcObject instanceof MediaStream)) return;
    jarvis = meterOf(speaker.srcObject, () => !speaker.muted);
    hearVoice('jarvis', jarvis);
  };
  const timer = setInterval(() => {
    findJarvis();
    const now = performance.now();
    if (member.isHeard()) {
      if (now - heardAt > pauseMs) begun = now;
      heardAt = now;
    }
    if (!jarvis?.isHeard()) return;
    jarvisHeardAt = now;
    if (stoppedAt !== null) {
      const ms = now - stoppedAt;
      stoppedAt = null;
      time('first_sound', ms);
      noteLatency(Math.round(ms));
    }
  }, everyMs);

  const note = (event: VoiceEvent) => {
    const now = performance.now();
    switch (event.type) {
      case 'memberStarted': {
        const wasHeard = now - jarvisHeardAt < pauseMs;
        speaker.muted = true;
        stoppedAt = null;
        if (wasHeard) time('barge_in', performance.now() - (now - heardAt < pauseMs ? begun : now));
        break;
      }
      case 'memberStopped':
        stoppedAt = now;
        break;
      case 'answering':
        speaker.muted = false;
        break;
      case 'sound':
        if (event.isOn) speaker.muted = false;
    }
  };
  return {
    note,
    close: () => {
      clearInterval(timer);
      member.close();
      jarvis?.close();
      hearVoice('member', null);
      hearVoice('jarvis', null);
    },
  };
}
