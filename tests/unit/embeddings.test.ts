import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KioskActor } from '@/lib/auth/actor';
import type { UserClient } from '@/lib/supabase/server';

const asked = vi.hoisted(() => ({ verbs: [] as string[], model: null as string | null }));
vi.mock('@/lib/kiosks/gateway', () => ({
  kioskVerb: (name: string) => {
    asked.verbs.push(name);
    return Promise.resolve(asked.model);
  },
}));
vi.mock('@/lib/log', () => ({ log: { warn: () => undefined, error: () => undefined } }));

const openAiModel = 'text-embedding-3-small';
const vector = Array.from({ length: 1536 }, (_, place) => (place === 7 ? 1 : 0));
const received: { model: string; input: string; authorization: string | undefined }[] = [];
let answer: { status: number; body: unknown };

async function read(request: IncomingMessage): Promise<{ model: string; input: string }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as { model: string; input: string };
}

/** The one endpoint of the provider that turns texts into vectors. */
const server = createServer((request, response) => {
  void read(request).then((body) => {
    if (request.url !== '/v1/embeddings') return response.writeHead(404).end();
    received.push({ ...body, authorization: request.headers.authorization });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(answer.body));
  });
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  received.length = 0;
  asked.verbs.length = 0;
  asked.model = null;
  answer = { status: 200, body: { data: [{ index: 0, embedding: vector }], model: openAiModel } };
});

async function load(key: string) {
  vi.resetModules();
  const variables = {
    SUPABASE_URL: 'http://127.0.0.1:54321',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_for_the_tests',
    SUPABASE_SECRET_KEY: 'sb_secret_for_the_tests',
    BADGE_HASH_KEY: 'a5'.repeat(32),
    APP_URL: 'http://127.0.0.1:3001',
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const [{ rememberedQuestion }, { nearConversations }] = await Promise.all([
    import('@/lib/voice/remembered-question'),
    import('@/lib/conversations/near-conversations'),
  ]);
  return { rememberedQuestion, nearConversations };
}

const kiosk = { kind: 'kiosk', tokenHash: 'f'.repeat(64) } as unknown as KioskActor;

describe('what a member asks about', () => {
  it('is embedded here without a provider, and nobody is asked for the model', async () => {
    const { rememberedQuestion } = await load('');
    const { args, vector: made } = await rememberedQuestion(kiosk, { about: ' les douches ' });
    expect(args).toEqual({ about: 'les douches' });
    expect(made).toMatchObject({ model: 'builtin-1' });
    expect(made?.embedding).toHaveLength(1536);
    expect(asked.verbs).toEqual([]);
    expect(received).toEqual([]);
  });

  it('is embedded by the model of the latest talk', async () => {
    asked.model = openAiModel;
    const { rememberedQuestion } = await load('sk-1');
    const { vector: made } = await rememberedQuestion(kiosk, { about: 'les douches' });
    expect(made).toEqual({ model: openAiModel, embedding: vector });
    expect(asked.verbs).toEqual(['kiosk_memory_model']);
    expect(received).toEqual([
      expect.objectContaining({ model: openAiModel, input: 'les douches', authorization: 'Bearer sk-1' }),
    ]);
  });

  it.each([
    ['refuses the key', 401, { error: { message: 'no' } }],
    ['has had enough', 429, { error: { message: 'slow down' } }],
    ['is out of order', 500, {}],
    ['answers something else', 200, { data: [] }],
    ['answers too few numbers', 200, { data: [{ index: 0, embedding: [1, 2] }] }],
    ['answers no numbers', 200, { data: [{ index: 0, embedding: vector.map(String) }] }],
  ])('falls back to the builtin model when the provider %s', async (_what, status, body) => {
    asked.model = openAiModel;
    answer = { status, body };
    const { rememberedQuestion } = await load('sk-1');
    const { vector: made } = await rememberedQuestion(kiosk, { about: 'les douches' });
    expect(made?.model).toBe('builtin-1');
    expect(received).toHaveLength(1);
  });

  it.each([
    ['j’ai mal au dos, les machines', 'j’ai , les machines'],
    ['les [santé] machines [health]', 'les machines'],
    ['mal au dos', undefined],
    ['  ', undefined],
  ])('says nothing of health: "%s"', async (about, kept) => {
    const { rememberedQuestion } = await load('');
    const { args, vector: made } = await rememberedQuestion(kiosk, { about });
    expect(args).toEqual(kept === undefined ? {} : { about: kept });
    expect(made === null).toBe(kept === undefined);
  });

  it('is cut at 200 characters, and left to the database to refuse when it is no text', async () => {
    const { rememberedQuestion } = await load('');
    expect((await rememberedQuestion(kiosk, { about: 'douche '.repeat(90) })).args.about).toHaveLength(200);
    expect(await rememberedQuestion(kiosk, { about: 7 })).toEqual({ args: { about: 7 }, vector: null });
    expect(await rememberedQuestion(kiosk, {})).toEqual({ args: {}, vector: null });
    expect((await rememberedQuestion(kiosk, { about: '👋' })).vector).toBeNull();
  });
});

const filter = {
  search: 'douches',
  mood: undefined,
  topic: undefined,
  from: undefined,
  to: undefined,
  cursor: undefined,
};

/** A database that knows two models and finds nothing; `failing` is what its search answers with. */
function database(failing?: { message: string; code?: string }) {
  const calls: [string, { p_vectors?: Record<string, number[]> }][] = [];
  const rpc = (name: string, args: object) => {
    calls.push([name, args]);
    if (name === 'embedding_models') return { data: ['builtin-1', openAiModel], error: null, status: 200 };
    return failing
      ? { data: null, error: failing, status: failing.code ? 500 : 0 }
      : { data: { rows: [] }, error: null, status: 200 };
  };
  return {
    calls,
    db: { rpc: (name: string, args: object) => Promise.resolve(rpc(name, args)) } as unknown as UserClient,
  };
}

describe('what a manager searches', () => {
  it('is embedded once for each model of the gym', async () => {
    const { nearConversations } = await load('sk-1');
    const { db, calls } = database();
    expect(await nearConversations(db, 'gym', filter)).toEqual([]);
    expect(calls.map(([name]) => name)).toEqual(['embedding_models', 'search_conversations']);
    expect(Object.keys(calls[1]?.[1].p_vectors ?? {})).toEqual(['builtin-1', openAiModel]);
  });

  it('does without a model whose provider is away', async () => {
    answer = { status: 500, body: {} };
    const { nearConversations } = await load('sk-1');
    const { db, calls } = database();
    await nearConversations(db, 'gym', filter);
    expect(Object.keys(calls[1]?.[1].p_vectors ?? {})).toEqual(['builtin-1']);
  });

  it.each([undefined, '🙂🙂'])('asks nobody when there is nothing to embed: %s', async (search) => {
    const { nearConversations } = await load('');
    const { db, calls } = database();
    expect(await nearConversations(db, 'gym', { ...filter, search })).toEqual([]);
    expect(calls).toEqual([]);
  });

  it.each([
    [{ message: 'canceling statement', code: '57014' }],
    [{ message: 'fetch failed' }],
    [{ message: 'syntax', code: '42601' }],
  ])('is lost without taking the page with it: %o', async (failing) => {
    const { nearConversations } = await load('');
    expect(await nearConversations(database(failing).db, 'gym', filter)).toBeNull();
  });

  it('tells those who may not', async () => {
    const { nearConversations } = await load('');
    const { db } = database({ message: 'forbidden', code: 'P0001' });
    await expect(nearConversations(db, 'gym', filter)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
