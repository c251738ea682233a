/** What the network is good for: talking, talking with pauses, or only badges and text. */
export type NetworkVerdict = 'good' | 'slow' | 'poor' | 'none';

export interface NetworkFound {
  verdict: NetworkVerdict;
  /** Milliseconds there and back, the middle of all tries; null without an answer. */
  latencyMs: number | null;
  /** How much two tries in a row differ, in milliseconds. */
  jitterMs: number | null;
  /** Whether this browser can open a direct line for sound. */
  webrtc: boolean;
}

const tries = 8;
const patienceMs = 3_000;
const goodUnder = { latency: 150, jitter: 40 };
const slowUnder = { latency: 400, jitter: 120 };

const middle = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? null;

/** The verdict on round trips in milliseconds, null for a try without an answer; two of those are one too many. */
export function judgeNetwork(
  trips: readonly (number | null)[],
): Pick<NetworkFound, 'verdict' | 'latencyMs' | 'jitterMs'> {
  const answered = trips.filter((trip) => trip !== null);
  const latency = middle(answered);
  if (latency === null) return { verdict: 'none', latencyMs: null, jitterMs: null };
  const steps = answered.slice(1).map((trip, place) => Math.abs(trip - (answered[place] ?? trip)));
  const jitter = steps.length > 0 ? steps.reduce((sum, step) => sum + step, 0) / steps.length : 0;
  const isWhole = trips.length - answered.length < 2;
  const within = (limit: typeof goodUnder) => isWhole && latency < limit.latency && jitter < limit.jitter;
  const verdict = within(goodUnder) ? 'good' : within(slowUnder) ? 'slow' : 'poor';
  return { verdict, latencyMs: Math.round(latency), jitterMs: Math.round(jitter) };
}

async function roundTrip(): Promise<number | null> {
  const begun = performance.now();
  try {
    const answer = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    return answer.ok ? performance.now() - begun : null;
  } catch {
    return null;
  }
}

/** Two ends in this very page: only what a browser, a policy or a driver forbids stands between them. */
async function canConnect(): Promise<boolean> {
  if (!('RTCPeerConnection' in window)) return false;
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  try {
    const isOpen = new Promise<boolean>((resolve) => {
      near.createDataChannel('test').onopen = () => resolve(true);
      setTimeout(() => resolve(false), patienceMs);
    });
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate);
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);
    return await isOpen;
  } catch {
    return false;
  } finally {
    near.close();
    far.close();
  }
}

/** Asks our own server eight times, one after the other, and tries a direct line; takes a second, at worst half a minute. */
export async function measureNetwork(): Promise<NetworkFound> {
  const line = canConnect();
  const trips: (number | null)[] = [];
  // The first one opens the connection and tells nothing about the road.
  await roundTrip();
  for (let round = 0; round < tries; round += 1) trips.push(await roundTrip());
  return { ...judgeNetwork(trips), webrtc: await line };
}
