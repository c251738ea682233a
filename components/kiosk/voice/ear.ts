import type { VoiceEvent } from '@/lib/voice/adapter/types';
import { noteLatency } from '../health/health';
import { meterOf, type Meter } from './meter';
import { hear as hearVoice } from './sound';

const everyMs = 5;
/** Whoever was heard within this is speaking. */
const pauseMs = 250;
/** The microphone's own way to us is no longer than this. */
const lateMs = 300;

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
  let jarvisHeardAt = -Infinity;
  let stoppedAt: number | null = null;
  /** When JARVIS fell silent for somebody whose first sound is not dated yet. */
  let silencedAt: number | null = null;
  hearVoice('member', member);

  const findJarvis = () => {
    if (jarvis || !(speaker.srcObject instanceof MediaStream)) return;
    jarvis = meterOf(speaker.srcObject, () => !speaker.muted);
    hearVoice('jarvis', jarvis);
  };
  const timer = setInterval(() => {
    findJarvis();
    const now = performance.now();
    if (silencedAt !== null) dateInterruption(silencedAt, now);
    if (!jarvis?.isHeard()) return;
    jarvisHeardAt = now;
    if (stoppedAt === null) return;
    const ms = Math.max(0, now - (jarvis.onsetAge() ?? 0) - stoppedAt);
    stoppedAt = null;
    time('first_sound', ms);
    noteLatency(Math.round(ms));
  }, everyMs);
  const dateInterruption = (at: number, now: number) => {
    const age = member.onsetAge();
    if (age !== null) time('barge_in', Math.max(0, at - (now - age)));
    if (age !== null || now - at > lateMs) silencedAt = null;
  };

  const note = (event: VoiceEvent) => {
    const now = performance.now();
    switch (event.type) {
      case 'memberStarted':
        speaker.muted = true;
        stoppedAt = null;
        if (now - jarvisHeardAt < pauseMs) silencedAt = performance.now();
        break;
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
