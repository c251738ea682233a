import { readHealth } from '../health/health';
import type { KioskEvent, KioskOrders } from '../machine/types';

const doneKey = 'kiosk-done';
const reloadedKey = 'kiosk-reloaded';
/** A page that still is of another build after a reload (an old shell, a half-done deploy) waits this long for the next. */
const patienceMs = 10 * 60_000;

let roundTripMs: number | null = null;
let due: (() => void) | null = null;

function readDone(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(doneKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

const keepDone = (ids: string[]) => localStorage.setItem(doneKey, JSON.stringify(ids.slice(-20)));

function network(): string {
  const { connection } = navigator as Navigator & { connection?: { type?: string } };
  const type = connection?.type;
  if (!type || type === 'unknown') return 'unknown';
  return ['wifi', 'ethernet', 'cellular'].includes(type) ? type : 'other';
}

/** What goes out with a heartbeat beside the names of this start of the page. */
export function report() {
  const { microphone, speaker, noiseDb, ladder, ladderReason, latencies, waiting } = readHealth();
  return {
    uptime_s: Math.round(performance.now() / 1_000),
    network: network(),
    rtt_ms: roundTripMs,
    done: readDone(),
    health: {
      microphone,
      speaker,
      noise_db: noiseDb === null ? null : Math.max(-100, Math.min(0, Math.round(noiseDb))),
      ladder,
      ladder_reason: ladderReason,
      latencies_ms: latencies.map((ms) => Math.max(0, Math.round(ms))),
      waiting,
    },
  };
}

/** Notes how long the server took to answer, in milliseconds; goes out with the next heartbeat. */
export function noteRoundTrip(ms: number): void {
  roundTripMs = Math.round(ms);
}

/**
 * Does what a heartbeat's answer asks for; says whether something is done that the server does not know yet.
 * Mute, volume and maintenance are done with it: the answer itself carries them as settings and state.
 * A reload and a new pairing wait until nobody stands before the kiosk (rule K5).
 * @param told what the heartbeat had said is done
 * @param page the build that this page came with
 */
export function obey(
  orders: KioskOrders,
  told: readonly string[],
  page: string,
  dispatch: (event: KioskEvent) => void,
): boolean {
  const kept = readDone().filter((id) => !told.includes(id));
  const asked = orders.commands.filter(({ id }) => !told.includes(id) && !kept.includes(id));
  const later = asked.filter(({ command }) => command === 'reload' || command === 'reprovision');
  const now = asked.filter((one) => !later.includes(one));
  keepDone([...kept, ...now.map(({ id }) => id)]);
  if (later.length > 0) {
    due = () => {
      keepDone([...readDone(), ...later.map(({ id }) => id)]);
      if (later.some(({ command }) => command === 'reprovision')) dispatch({ type: 'pairingOpened' });
      else window.location.reload();
    };
  } else if (orders.build !== page && mayReload()) {
    due = () => {
      sessionStorage.setItem(reloadedKey, String(Date.now()));
      window.location.reload();
    };
  }
  return now.length > 0;
}

const mayReload = () => Date.now() - Number(sessionStorage.getItem(reloadedKey) ?? 0) > patienceMs;

/** Does what had to wait for an idle kiosk. */
export function rest(): void {
  const act = due;
  due = null;
  act?.();
}
