import { useEffect, useRef, useState } from 'react';
import type { Health } from '../health/health';
import { decibels, noiseFloor, silenceDb } from './loudness';
import { openMicrophone } from './microphone';
import { measureNetwork, type NetworkFound } from './network';
import { keepFindings } from './self-test';
import { playAndListen } from './speaker';

const stepMs = 50;
/** The first frames of a microphone that has just been opened are not the room yet. */
const warmUpSteps = 8;
const listenSteps = 60;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, stepMs));

export interface MicrophoneFound {
  state: Health['microphone'];
  /** Null where there was nothing to measure. */
  floorDb: number | null;
}

export interface Check {
  microphone: MicrophoneFound | 'waiting' | 'listening';
  /** Loudness now, in dB below full scale; null while the microphone is shut. */
  levelDb: number | null;
  /** `muted`: the gym has switched the sound off, so nothing was played. */
  speaker: 'waiting' | 'playing' | 'asking' | 'muted' | 'ok' | 'silent';
  network: NetworkFound | 'waiting';
}

const nothingYet: Check = {
  microphone: 'waiting',
  levelDb: null,
  speaker: 'waiting',
  network: 'waiting',
};

/**
 * Checks microphone, speaker and network once at the start, and again on request; what was found goes out with the next
 * heartbeat. The microphone is open for as long as `levelDb` is a number, and never once the screen is left.
 * @param volume of the test tones, 0 (none are played) to 1
 */
export function useCheck(volume: number): {
  check: Check;
  again: () => void;
  answerSpeaker: (heard: boolean) => void;
} {
  const [check, setCheck] = useState(nothingYet);
  const [round, setRound] = useState(0);
  const loudness = useRef(volume);
  useEffect(() => {
    loudness.current = volume;
  }, [volume]);
  useEffect(() => {
    let isOver = false;
    const found = (more: Partial<Check>) => {
      if (!isOver) setCheck((before) => ({ ...before, ...more }));
    };
    const network = async () => found({ network: await measureNetwork() });
    const sound = async () => {
      const opened = await openMicrophone();
      const microphone = typeof opened === 'string' ? null : opened;
      const shut = () => microphone?.close();
      if (isOver) return shut();
      try {
        if (typeof opened === 'string') {
          keepFindings({ microphone: opened, noiseDb: null });
          found({ microphone: { state: opened, floorDb: null } });
        } else {
          const frames: number[] = [];
          for (let step = 0; step < warmUpSteps + listenSteps && !isOver; step += 1) {
            await pause();
            const level = decibels(opened.frame());
            if (step >= warmUpSteps) frames.push(level);
            found({ microphone: 'listening', levelDb: level });
          }
          if (isOver) return;
          const isSilent = Math.max(...frames) <= silenceDb;
          const floorDb = isSilent ? null : Math.round(noiseFloor(frames));
          const state = isSilent ? 'silent' : 'ok';
          keepFindings({ microphone: state, noiseDb: floorDb });
          found({ microphone: { state, floorDb } });
        }
        if (loudness.current === 0) return found({ speaker: 'muted' });
        found({ speaker: 'playing' });
        const wasHeard = await playAndListen(microphone, loudness.current);
        if (wasHeard) keepFindings({ speaker: 'ok' });
        found({ speaker: wasHeard ? 'ok' : 'asking' });
      } finally {
        shut();
        found({ levelDb: null });
      }
    };
    void network();
    void sound();
    return () => {
      isOver = true;
    };
  }, [round]);
  return {
    check,
    again: () => {
      setCheck(nothingYet);
      setRound((before) => before + 1);
    },
    answerSpeaker: (heard) => {
      const speaker = heard ? 'ok' : 'silent';
      keepFindings({ speaker });
      setCheck((before) => ({ ...before, speaker }));
    },
  };
}
