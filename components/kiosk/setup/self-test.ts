import { type Health, noteHealth, readHealth } from '../health/health';

const memory = 'jarvis.self-test';

type Found = Pick<Health, 'microphone' | 'speaker' | 'noiseDb'>;

/** Notes what a diagnosis found, and keeps it for the next start of this device; it is about the device alone. */
export function keepFindings(found: Partial<Found>): void {
  noteHealth(found);
  const { microphone, speaker, noiseDb } = readHealth();
  localStorage.setItem(memory, JSON.stringify({ microphone, speaker, noiseDb }));
}

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);

/** What the last diagnosis on this device found; nothing when there was none or it cannot be read. */
export function lastFindings(kept: string | null = localStorage.getItem(memory)): Partial<Found> {
  try {
    const { microphone, speaker, noiseDb } = JSON.parse(kept ?? '{}') as Record<keyof Found, unknown>;
    const known = {
      microphone: oneOf(['ok', 'silent', 'blocked', 'missing'] as const, microphone),
      speaker: oneOf(['ok', 'silent'] as const, speaker),
    };
    return {
      ...(known.microphone && { microphone: known.microphone }),
      ...(known.speaker && { speaker: known.speaker }),
      ...(typeof noiseDb === 'number' && noiseDb <= 0 && noiseDb >= -100 && { noiseDb }),
    };
  } catch {
    return {};
  }
}

/** Whether the microphone may be opened and is there, found out without a question to anybody and without opening it. */
async function microphoneNow(): Promise<'blocked' | 'missing' | null> {
  const devices = await navigator.mediaDevices?.enumerateDevices();
  if (!devices?.some(({ kind }) => kind === 'audioinput')) return 'missing';
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  return state === 'denied' ? 'blocked' : null;
}

/** The self-test at the start: what was found last, unless the microphone is gone or blocked by now (rule P2: it stays shut). */
export async function selfTest(): Promise<void> {
  const before = lastFindings();
  noteHealth(before);
  const now = await microphoneNow().catch(() => null);
  if (now) noteHealth({ microphone: now });
  else if (before.microphone === 'blocked' || before.microphone === 'missing')
    noteHealth({ microphone: 'unknown' });
}
