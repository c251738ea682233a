import type { AnalysisProvider, TranscriptEvent } from '../_shared/analysis/types.ts';
import type { Language } from '../_shared/language/intents.ts';
import type { Db } from '../_shared/db.ts';

const BATCH = 10;
const WORK_FOR_MS = 60_000;
const EXTEND_EVERY_MS = 30_000;

type Claim = {
  session_id: string;
  claim_token: string;
  events_version: number;
  language: Language;
  gym_locale: Language;
  member_present: boolean;
  events: TranscriptEvent[];
};

/** How many conversations were finished, were no longer ours to finish, and failed. */
export type Outcome = { finished: number; lost: number; failed: number };

const holder = (claim: Claim) => ({ p_session_id: claim.session_id, p_claim_token: claim.claim_token });

/** Extends every claim that is still open, so that a slow analysis is not taken over; returns how to stop. */
function keepAlive(db: Db, open: ReadonlySet<Claim>): () => void {
  const timer = setInterval(() => {
    for (const claim of open) void db.rpc<boolean>('extend_claim', holder(claim)).catch(() => undefined);
  }, EXTEND_EVERY_MS);
  return () => clearInterval(timer);
}

async function finish(db: Db, provider: AnalysisProvider, claim: Claim): Promise<keyof Outcome> {
  try {
    const result = await provider.analyse({
      language: claim.language,
      gymLocale: claim.gym_locale,
      memberPresent: claim.member_present,
      events: claim.events,
    });
    const isOurs = await db.rpc<boolean>('finish_conversation', {
      ...holder(claim),
      p_events_version: claim.events_version,
      p_result: result,
    });
    return isOurs ? 'finished' : 'lost';
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    // When this fails as well, the claim runs out by itself.
    await db.rpc<boolean>('fail_conversation', { ...holder(claim), p_error: reason }).catch(() => false);
    return 'failed';
  }
}

/**
 * Claims conversations in batches and analyses them one by one until none waits or a minute has passed. One that fails
 * is given back with its error and does not hold up the others. Throws `DbError` when claiming fails.
 */
export async function processConversations(db: Db, provider: AnalysisProvider): Promise<Outcome> {
  const outcome: Outcome = { finished: 0, lost: 0, failed: 0 };
  const until = Date.now() + WORK_FOR_MS;
  const open = new Set<Claim>();
  const stop = keepAlive(db, open);
  try {
    while (Date.now() < until) {
      const claims = await db.rpc<Claim[]>('claim_conversations', { p_limit: BATCH });
      if (claims.length === 0) break;
      for (const claim of claims) open.add(claim);
      for (const claim of claims) {
        outcome[await finish(db, provider, claim)] += 1;
        open.delete(claim);
      }
    }
  } finally {
    stop();
  }
  return outcome;
}
