import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, secretClient, signIn, sql } from '../support/clients.ts';
import { createFranchise, createGym, createKiosk, createMember, createStaff } from '../support/tenants.ts';

type Made<T extends (...args: never[]) => unknown> = Awaited<ReturnType<T>>;
type Language = 'fr' | 'en' | 'es';

const ALERT_LIMIT_MS = 5000;
const everything = { talk: true, analyse: true, remember: false };

let gym: Made<typeof createGym>;
let elsewhere: Made<typeof createGym>;
let manager: Client;
let staff: Client;
let stranger: Client;

beforeAll(async () => {
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id, locale: 'fr' });
  elsewhere = await createGym();
  manager = await signIn(await createStaff({ role: 'gym_manager', gym }));
  staff = await signIn(await createStaff({ role: 'gym_staff', gym }));
  stranger = await signIn(await createStaff({ role: 'gym_manager', gym: elsewhere }));
});

afterAll(() => sql().end());

/** Scans, talks and closes at a kiosk of its own; answers the conversation and the moment of the close. */
async function talk(
  messages: string[],
  language: Language = 'fr',
  consents: Record<'talk' | 'analyse' | 'remember', boolean> = everything,
) {
  const [kiosk, member] = [await createKiosk(gym), await createMember(gym)];
  const service = secretClient();
  const verb = async (name: Parameters<Client['rpc']>[0], args: object) => {
    const { data, error } = await service.rpc(name, { p_token_hash: kiosk.tokenHash, ...args } as never);
    if (error) throw new Error(`${name}: ${error.message}`);
    return data as Record<string, string>;
  };
  const scan = await verb('kiosk_scan', {
    p_client_event_id: randomUUID(),
    p_badge_hashes: [member.badgeHash],
    p_age_ms: 0,
  });
  const { conversation_id } = await verb('kiosk_start_conversation', {
    p_scan_id: scan.scan_id,
    p_language: language,
    p_consents: consents,
    p_consent_version: 'test-1',
  });
  await verb('kiosk_reply', { p_seq: 0, p_text: 'Bonjour.' });
  for (const [index, p_text] of messages.entries()) {
    await verb('kiosk_say', { p_seq: index + 1, p_text, p_language: language });
    await verb('kiosk_reply', { p_seq: index + 1, p_text: 'D’accord.' });
  }
  const closedAt = Date.now();
  await verb('kiosk_close', { p_reason: 'goodbye', p_last_seq: messages.length });
  return { id: String(conversation_id), member, closedAt };
}

type Alert = { type: string; member: { id: string } | null; conversation: { id: string } | null };

async function alertsOf(client: Client, memberId: string): Promise<Alert[]> {
  const { data, error } = await client.rpc('list_alerts', { p_gym_id: gym.id });
  if (error) throw new Error(error.message);
  return (data as unknown as { rows: Alert[] }).rows.filter(({ member }) => member?.id === memberId);
}

const statusOf = async (id: string) => {
  const [row] = await sql()`select status from public.conversation_summaries where session_id = ${id}`;
  return row?.status as string | undefined;
};
const whenDone = (id: string) => expect.poll(() => statusOf(id), { timeout: ALERT_LIMIT_MS }).toBe('done');

describe('an angry conversation', () => {
  it.each([
    ['fr', 'C’est inadmissible, les douches sont froides depuis lundi et personne ne fait rien !'],
    ['en', 'This is unacceptable, the showers have been cold since Monday and nobody does anything!'],
    ['es', 'Es inaceptable, las duchas están frías desde el lunes y nadie hace nada!'],
  ] as const)('in %s is an alert on its manager’s page within 5 s of closing', async (language, message) => {
    const { id, member, closedAt } = await talk([message, 'ok'], language);
    await expect
      .poll(() => alertsOf(manager, member.id), { timeout: ALERT_LIMIT_MS, interval: 50 })
      .toEqual([
        expect.objectContaining({ type: 'negative_feedback', conversation: expect.objectContaining({ id }) }),
      ]);
    expect(Date.now() - closedAt).toBeLessThan(ALERT_LIMIT_MS);
  });

  it('is read in full by its manager, without words by the team, and not at all elsewhere', async () => {
    const said = 'vous êtes des voleurs, je suis furieux';
    const { id, member } = await talk([said]);
    await whenDone(id);

    const read = await manager.rpc('get_conversation', { p_conversation_id: id });
    expect(read.data).toMatchObject({ mood: 'negative', provider: 'builtin', emotion: 'anger' });
    expect(JSON.stringify(read.data)).toContain(said);
    const seen = await staff.rpc('get_conversation', { p_conversation_id: id });
    expect(seen.data).toMatchObject({ mood: 'negative', summary: null, events: null });
    const [alert] = await alertsOf(staff, member.id);
    expect(JSON.stringify([seen.data, alert])).not.toContain('voleurs');

    for (const refused of [
      await stranger.rpc('get_conversation', { p_conversation_id: id }),
      await stranger.rpc('list_alerts', { p_gym_id: gym.id }),
      await stranger.rpc('list_conversations', { p_gym_id: gym.id }),
      await stranger.rpc('dashboard_overview', { p_gym_id: gym.id }),
    ])
      expect(refused.error?.message).toBe('not_found');
    for (const table of ['manager_alerts', 'conversation_summaries', 'member_analytics'] as const) {
      const column = table === 'member_analytics' ? 'member_id' : 'id';
      expect((await stranger.from(table).select(column)).data).toEqual([]);
      expect((await manager.from(table).select(column)).data).not.toEqual([]);
    }
  });
});

describe('other conversations', () => {
  it('that end well raise nothing, and are summed up in the gym’s language', async () => {
    const { id, member } = await talk(['what time do you close on saturday?', 'great, thanks'], 'en');
    await whenDone(id);
    const { data } = await manager.rpc('get_conversation', { p_conversation_id: id });
    expect(data).toMatchObject({ topics: ['opening_hours'], intents: ['opening_hours'], language: 'en' });
    expect((data as { summary: string }).summary).toMatch(/^A demandé les horaires/);
    expect(await alertsOf(manager, member.id)).toEqual([]);
  });

  it('without consent to the analysis leave no summary and no words', async () => {
    const { id, member } = await talk(['c’est une honte, je suis furieux'], 'fr', {
      ...everything,
      analyse: false,
    });
    const after = await talk(['bonjour']);
    await whenDone(after.id);
    expect(await statusOf(id)).toBeUndefined();
    const [left] =
      await sql()`select count(*)::int as n from public.conversation_events where session_id = ${id}`;
    expect(left?.n).toBe(0);
    expect(await alertsOf(manager, member.id)).toEqual([]);
  });

  it('twenty at once are each done once', async () => {
    const talks = await Promise.all(
      Array.from({ length: 20 }, () => talk(['la salle est nulle, j’en ai marre'])),
    );
    for (const { id } of talks) await whenDone(id);
    const ids = talks.map(({ member }) => member.id);
    const [counted] = await sql()`
      select count(*)::int as alerts, (select sum(total_conversations)::int from public.member_analytics where member_id = any (${ids})) as talks
      from public.manager_alerts where member_id = any (${ids}) and alert_type = 'negative_feedback'`;
    expect(counted).toEqual({ alerts: 20, talks: 20 });
  });
});

describe.each(readdirSync('supabase/functions').filter((name) => !name.startsWith('_')))(
  'the function %s',
  (name) => {
    it('answers 401 to everybody without its secret', async () => {
      const { url, publishable_key, secret_key } = inject('backend');
      const kiosk = await createKiosk(gym);
      const { data } = await manager.auth.getSession();
      const callers: Record<string, Record<string, string>> = {
        nobody: {},
        anonymous: { apikey: publishable_key },
        'a signed-in manager': {
          apikey: publishable_key,
          authorization: `Bearer ${data.session?.access_token}`,
        },
        'a kiosk': {
          apikey: publishable_key,
          authorization: `Bearer ${kiosk.token}`,
          cookie: `kiosk=${kiosk.token}`,
        },
        'the server’s key': { apikey: secret_key },
        'a wrong secret': { 'x-function-secret': 'x'.repeat(43) },
        'an empty secret': { 'x-function-secret': '' },
      };
      for (const [who, headers] of Object.entries(callers)) {
        const answer = await fetch(`${url}/functions/v1/${name}`, { method: 'POST', headers, body: '{}' });
        expect([who, answer.status]).toEqual([who, 401]);
      }
    });
  },
);

describe('the thin functions', () => {
  const call = async (name: string, body: unknown) => {
    const [row] =
      await sql()`select decrypted_secret as secret from vault.decrypted_secrets where name = 'functions_secret'`;
    const answer = await fetch(`${inject('backend').url}/functions/v1/${name}`, {
      method: 'POST',
      headers: { 'x-function-secret': String(row?.secret) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  it('recompute a member’s figures and alerts from rows', async () => {
    const member = await createMember(gym, {
      last_visit: new Date(Date.now() - 40 * 86_400_000).toISOString(),
    });
    await sql()`update public.gym_members_v2 set membership_ends_on = current_date + 5 where id = ${member.id}`;
    const body = { member_id: member.id };
    expect(await call('update-member-analytics', body)).toEqual({ status: 200, body: { updated: true } });
    expect(await call('update-member-analytics', body)).toEqual({ status: 200, body: { updated: false } });
    expect(await call('generate-alerts-if-needed', body)).toEqual({ status: 200, body: { alerts: 1 } });
    expect(await alertsOf(manager, member.id)).toMatchObject([{ type: 'churn_risk' }]);
  });

  it('refuse what is no id or no JSON, and name it', async () => {
    expect(await call('update-member-analytics', {})).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    });
    expect(await call('generate-alerts-if-needed', { member_id: "1' or 1=1" })).toMatchObject({
      status: 400,
      body: { detail: 'member_id is not an id.' },
    });
    expect(await call('update-member-analytics', '{')).toMatchObject({ status: 400 });
  });
});
