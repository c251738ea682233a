import { randomBytes } from 'node:crypto';
import { Speech } from './audio/speech.ts';
import { Call, type Ended } from './call/call.ts';
import { type Faults, FaultRules } from './faults.ts';
import { Session } from './protocol/session.ts';
import { Refusal } from './protocol/types.ts';

const MOST_CALLS = 50;
const KEPT_CALLS = 100;
const SECRET_SECONDS = 600;

/** The state of the service: client secrets, running calls, what they do wrong. */
export class Peer {
  readonly rules = new FaultRules();
  readonly #speech: Speech;
  readonly #secrets = new Map<string, { session: unknown; expiresAt: number }>();
  readonly #calls = new Map<string, Call>();

  /** @param espeak name or path of espeak-ng */
  constructor(espeak?: string) {
    this.#speech = new Speech(espeak);
  }

  /** Makes an `ek_` secret for a session. Throws a `Refusal` for a session that is none. */
  makeSecret(body: { session?: unknown; expires_after?: { seconds?: unknown } }) {
    const session = new Session(body.session);
    const wanted = body.expires_after?.seconds ?? SECRET_SECONDS;
    if (typeof wanted !== 'number' || wanted < 10 || wanted > 7200) {
      throw new Refusal('expires_after.seconds must be from 10 to 7200.', { param: 'expires_after.seconds' });
    }
    const value = `ek_${randomBytes(16).toString('hex')}`;
    const expiresAt = Math.floor(Date.now() / 1000) + Math.floor(wanted);
    for (const [known, secret] of this.#secrets) {
      if (secret.expiresAt * 1000 < Date.now()) this.#secrets.delete(known);
    }
    this.#secrets.set(value, { session: body.session, expiresAt });
    return { value, expires_at: expiresAt, session: session.describe() };
  }

  /** The session of a secret that has not run out; undefined when there is none. */
  sessionOf(secret: string): unknown {
    const known = this.#secrets.get(secret);
    return known && known.expiresAt * 1000 > Date.now() ? known.session : undefined;
  }

  /** Takes an offer and answers it. Throws a `Refusal` for what the API refuses; does not answer at all when told to stall. */
  async call(sdp: string, config: unknown): Promise<{ id: string; sdp: string }> {
    if (!sdp.startsWith('v=0'))
      throw new Refusal('Invalid SDP offer.', { code: 'invalid_offer', param: 'sdp' });
    const session = new Session(config);
    const faults = this.rules.take(session.instructions);
    if (faults.refuse) throw refusal(faults.refuse);
    if (faults.stall === 'answer') await new Promise(() => undefined);
    if ([...this.#calls.values()].filter(({ state }) => !state.ended).length >= MOST_CALLS)
      throw refusal(429);
    const call = new Call(session, faults, this.#speech, () => this.#forget());
    const answer = await call.answer(sdp);
    this.#calls.set(call.id, call);
    return { id: call.id, sdp: answer };
  }

  /** Ends a call. Throws a `Refusal` for one that is not there, or no longer. */
  async end(id: string, reason: Ended): Promise<void> {
    const call = this.#calls.get(id);
    if (!call || call.state.ended) {
      throw new Refusal(`No session found for id: ${id}`, { status: 404, code: 'call_id_not_found' });
    }
    await call.end(reason);
  }

  /** All calls that are known, the oldest first. */
  list() {
    return [...this.#calls.values()].map((call) => call.state);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#calls.values()].map((call) => call.end('stopped')));
  }

  #forget(): void {
    const ended = [...this.#calls.values()].filter(({ state }) => state.ended);
    for (const { id } of ended.slice(0, Math.max(0, ended.length - KEPT_CALLS))) this.#calls.delete(id);
  }
}

function refusal(status: NonNullable<Faults['refuse']>): Refusal {
  if (status === 401) return new Refusal('Incorrect API key provided.', { status, code: 'invalid_api_key' });
  if (status === 429) {
    return new Refusal('Rate limit reached for requests.', {
      status,
      type: 'requests',
      code: 'rate_limit_exceeded',
    });
  }
  return new Refusal('The server is currently overloaded.', { status, type: 'server_error' });
}
