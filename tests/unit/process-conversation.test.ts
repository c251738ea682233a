import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { builtin } from '@/supabase/functions/_shared/analysis/builtin';
import type { AnalysisProvider } from '@/supabase/functions/_shared/analysis/types';
import { type Db, DbError } from '@/supabase/functions/_shared/db';
import { Refusal, withSecret } from '@/supabase/functions/_shared/with-secret';
import { processConversations } from '@/supabase/functions/process-conversation/handler';

const claim = (n: number, text = 'bonjour') => ({
  session_id: `session-${n}`,
  claim_token: `token-${n}`,
  events_version: n,
  language: 'fr',
  gym_locale: 'fr',
  member_present: true,
  events: [{ source: 'member', kind: 'said', text, payload: {} }],
});

/** A database that hands out these batches, then none, and remembers what it was asked. */
function fakeDb(batches: unknown[][], answers: Record<string, unknown> = {}) {
  const calls: [name: string, args: Record<string, unknown>][] = [];
  const db: Db = {
    async rpc<T>(name: string, args: Record<string, unknown>): Promise<T> {
      calls.push([name, args]);
      const answer = name === 'claim_conversations' ? (batches.shift() ?? []) : (answers[name] ?? true);
      if (answer instanceof Error) throw answer;
      return answer as T;
    },
  };
  const named = (name: string) => calls.filter(([called]) => called === name).map(([, args]) => args);
  return { db, named };
}

const failing = (text: string): AnalysisProvider => ({
  name: 'builtin',
  analyse: async (conversation) => {
    if (conversation.events.some((event) => event.text === text)) throw new RangeError('too odd');
    return builtin.analyse(conversation);
  },
});

describe('processing', () => {
  it('takes batch after batch until none waits', async () => {
    const { db, named } = fakeDb([[claim(1), claim(2)], [claim(3)]]);
    expect(await processConversations(db, builtin)).toEqual({ finished: 3, lost: 0, failed: 0 });
    expect(named('claim_conversations')).toHaveLength(3);
    expect(named('finish_conversation')[0]).toMatchObject({
      p_session_id: 'session-1',
      p_claim_token: 'token-1',
      p_events_version: 1,
      p_result: { provider: 'builtin', sentiment_score: 0 },
    });
  });

  it('gives one that fails back with its error, and goes on', async () => {
    const { db, named } = fakeDb([[claim(1), claim(2, 'bad'), claim(3)]]);
    expect(await processConversations(db, failing('bad'))).toEqual({ finished: 2, lost: 0, failed: 1 });
    expect(named('fail_conversation')).toEqual([
      { p_session_id: 'session-2', p_claim_token: 'token-2', p_error: 'RangeError: too odd' },
    ]);
  });

  it('goes on when even that cannot be told', async () => {
    const answers = { fail_conversation: new DbError('500', 'away') };
    const { db } = fakeDb([[claim(1, 'bad'), claim(2)]], answers);
    expect(await processConversations(db, failing('bad'))).toEqual({ finished: 1, lost: 0, failed: 1 });
  });

  it('counts what somebody else finishes', async () => {
    const { db } = fakeDb([[claim(1)]], { finish_conversation: false });
    expect(await processConversations(db, builtin)).toEqual({ finished: 0, lost: 1, failed: 0 });
  });

  it('throws when claiming fails', async () => {
    const { db } = fakeDb([], { claim_conversations: true });
    const broken: Db = { rpc: () => Promise.reject(new DbError('57P01', 'gone')) };
    await expect(processConversations(broken, builtin)).rejects.toThrow('gone');
    expect(await processConversations(db, builtin)).toEqual({ finished: 0, lost: 0, failed: 0 });
  });
});

describe('a slow analysis', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps every open claim of its batch alive, and none afterwards', async () => {
    const { db, named } = fakeDb([[claim(1), claim(2)]]);
    const slow: AnalysisProvider = {
      name: 'builtin',
      analyse: async (conversation) => {
        await new Promise((resolve) => setTimeout(resolve, 50_000));
        return builtin.analyse(conversation);
      },
    };
    const work = processConversations(db, slow);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(named('extend_claim').map((args) => args.p_session_id)).toEqual(['session-1', 'session-2']);
    await vi.advanceTimersByTimeAsync(80_000);
    expect(await work).toEqual({ finished: 2, lost: 0, failed: 0 });
    const extended = named('extend_claim').length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(named('extend_claim')).toHaveLength(extended);
  });
});

describe('the one way in', () => {
  const variables: Record<string, string> = {
    FUNCTIONS_SECRET: 'sesame',
    SUPABASE_URL: 'http://127.0.0.1:9',
    SUPABASE_SECRET_KEY: 'sb_secret_x',
  };
  const env = (left?: string) => ({ get: (name: string) => (name === left ? undefined : variables[name]) });
  const ask = (handler: Parameters<typeof withSecret>[1], init: RequestInit = {}) =>
    withSecret(
      env(),
      handler,
    )(
      new Request('http://localhost/x', {
        method: 'POST',
        headers: { 'x-function-secret': 'sesame' },
        ...init,
      }),
    );

  it.each(Object.keys(variables))('does not start without %s, and says so', (name) => {
    expect(() => withSecret(env(name), async () => ({}))).toThrow(name);
  });

  it.each([undefined, '', 'sesam', 'sesame ', 'sesame2', 'SESAME'])(
    'refuses the secret %j',
    async (secret) => {
      const handler = vi.fn(async () => ({}));
      const headers: Record<string, string> =
        secret === undefined ? {} : { 'x-function-secret': secret.replace(/ $/, '\u00a0') };
      const answer = await ask(handler, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'unauthenticated' });
      expect(handler).not.toHaveBeenCalled();
    },
  );

  it('passes the body on and answers JSON', async () => {
    const answer = await ask(async (body) => ({ body }), { body: '{"a":1}' });
    expect([answer.status, await answer.json()]).toEqual([200, { body: { a: 1 } }]);
  });

  it('names what is wrong, and tells nothing of what it did not expect', async () => {
    expect((await ask(async () => ({}), { body: '{' })).status).toBe(400);
    expect((await ask(async () => ({}), { method: 'GET' })).status).toBe(405);
    const refused = await ask(async () => {
      throw new Refusal(404, 'not_found', 'There is no such member.');
    });
    expect([refused.status, await refused.json()]).toEqual([
      404,
      { status: 404, code: 'not_found', detail: 'There is no such member.' },
    ]);
    const broken = await ask(async () => {
      throw new Error('password=hunter2');
    });
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('hunter2');
  });
});
