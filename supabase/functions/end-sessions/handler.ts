import type { Db } from '../_shared/db.ts';
import { Refusal } from '../_shared/with-secret.ts';

const BATCH = 20;
const PATIENCE_MS = 5_000;

/** Where calls are hung up, and by which key. */
export interface Provider {
  url: string;
  apiKey: string;
}

/** How many calls have ended, and how many could not be ended yet. */
export type Outcome = { ended: number; failed: number };

/** The provider of the function's variables; without a key nothing is claimed, and it refuses with 503 and says so in its log. */
export function requireProvider(
  env: { get(name: string): string | undefined },
  log: (line: string) => void,
): Provider {
  const apiKey = env.get('OPENAI_API_KEY') ?? '';
  const url = env.get('OPENAI_BASE_URL') || 'https://api.openai.com/v1';
  if (apiKey && URL.canParse(url)) return { url: url.replace(/\/$/, ''), apiKey };
  const detail = `Calls are not hung up: ${apiKey ? 'OPENAI_BASE_URL' : 'OPENAI_API_KEY'} is missing or not usable.`;
  log(detail);
  throw new Refusal(503, 'backend_unavailable', detail);
}

/** Null when the call has ended or is known no longer, else a short code. */
async function hangUp({ url, apiKey }: Provider, callId: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/realtime/calls/${encodeURIComponent(callId)}/hangup`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    return answer.ok || answer.status === 404 ? null : `http_${answer.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
  }
}

async function end(db: Db, provider: Provider, callId: string): Promise<boolean> {
  const code = await hangUp(provider, callId);
  // When this fails, the call is given out again and found ended.
  await db.rpc('note_hang_up', { p_call_id: callId, p_error_code: code }).catch(() => undefined);
  return code === null;
}

/** Hangs up every call whose conversation is over (rule V2). Throws `DbError` when claiming fails. */
export async function endSessions(db: Db, provider: Provider): Promise<Outcome> {
  const outcome: Outcome = { ended: 0, failed: 0 };
  for (;;) {
    const calls = await db.rpc<string[]>('claim_hang_ups', { p_limit: BATCH });
    if (calls.length === 0) return outcome;
    for (const ended of await Promise.all(calls.map((call) => end(db, provider, call))))
      outcome[ended ? 'ended' : 'failed'] += 1;
  }
}
