import { MailError, type Message } from './types.ts';

const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_S = 5;

/** The part of Resend's client that is needed here. */
export interface Provider {
  emails: {
    send(
      mail: Message & { from: string; to: string },
      options: { idempotencyKey: string; signal: AbortSignal },
    ): Promise<{
      data: { id?: unknown } | null;
      error: { name?: unknown; statusCode?: unknown } | null;
      headers: Record<string, string> | null;
    }>;
  };
}

type Answer = Awaited<ReturnType<Provider['emails']['send']>>;

function codeOf(name: unknown, status: unknown): string {
  if (name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded') return 'quota_exceeded';
  if (name === 'rate_limit_exceeded' || status === 429) return 'rate_limited';
  if (name === 'concurrent_idempotent_requests') return 'in_progress';
  if (status === 401 || status === 403) return 'key_refused';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'mail_refused';
  return 'provider_unavailable';
}

function ask(provider: Provider, mail: Parameters<Provider['emails']['send']>[0], idempotencyKey: string) {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return provider.emails.send(mail, { idempotencyKey, signal }).catch((): Answer => {
    return { data: null, error: {}, headers: null };
  });
}

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Hands a mail to the provider and answers its id there; null when the provider says that it took a mail of this key
 * before. Waits and asks once more when it is told to come back within 5 s. Throws `MailError`.
 */
export async function deliver(
  provider: Provider,
  mail: Message & { from: string; to: string },
  key: string,
): Promise<string | null> {
  let answer = await ask(provider, mail, key);
  const pause = Number(answer.headers?.['retry-after'] ?? Number.NaN);
  if (codeOf(answer.error?.name, answer.error?.statusCode) === 'rate_limited' && pause <= LONGEST_WAIT_S) {
    await wait(Math.max(pause, 0));
    answer = await ask(provider, mail, key);
  }
  if (answer.error?.name === 'invalid_idempotent_request') return null;
  if (answer.error) throw new MailError(codeOf(answer.error.name, answer.error.statusCode));
  const id = answer.data?.id;
  if (typeof id !== 'string' || id === '') throw new MailError('bad_answer');
  return id.slice(0, 200);
}
