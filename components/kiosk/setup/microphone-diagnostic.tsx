'use client';

import type { Check } from './use-check';
import { CheckRow, type CheckState } from './check-row';
import { noiseOf } from './loudness';
import { useSetupText } from './setup-words';

const lowestDb = -80;
const noiseStates = { calm: 'good', noisy: 'watch', loud: 'act' } as const satisfies Record<
  string,
  CheckState
>;

/** The microphone: its level while it is open, then the noise of the room in dB and what that means, in words. */
export function MicrophoneDiagnostic({ check: { microphone, levelDb } }: { check: Check }) {
  const t = useSetupText();
  const isDone = typeof microphone === 'object';
  const noise = isDone && microphone.floorDb !== null ? noiseOf(microphone.floorDb) : null;
  const state = noise ? noiseStates[noise] : isDone ? 'act' : 'open';
  const says = noise
    ? t(`microphone.noise.${noise}`)
    : isDone
      ? t(`microphone.trouble.${microphone.state}`)
      : t(microphone === 'listening' ? 'microphone.listening' : 'microphone.waiting');
  const detail =
    isDone && microphone.floorDb !== null ? t('microphone.floor', { db: microphone.floorDb }) : undefined;
  return (
    <CheckRow state={state} name={t('microphone.name')} says={says} detail={detail}>
      {levelDb !== null && <Level db={levelDb} label={t('microphone.level')} />}
    </CheckRow>
  );
}

function Level({ db, label }: { db: number; label: string }) {
  const share = Math.min(1, Math.max(0, 1 - db / lowestDb));
  return (
    <>
      <meter aria-label={label} min={lowestDb} max={0} value={Math.max(lowestDb, db)} className="sr-only" />
      <div aria-hidden className="h-6 w-80 overflow-hidden rounded-full bg-graphite-2">
        <div className="h-full origin-left bg-ink" style={{ transform: `scaleX(${share})` }} />
      </div>
    </>
  );
}
