import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashBadge, hashCode, hashToken } from '../support/badges.ts';
import { publishableClient, secretClient, signIn, sql } from '../support/clients.ts';
import { kioskCalls } from '../support/kiosk-calls.ts';
import { createFranchise, createGym, createKiosk, createMember, createStaff } from '../support/tenants.ts';

type Made<T extends (...args: never[]) => unknown> = Awaited<ReturnType<T>>;

const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '24:00' }));

let gym: Made<typeof createGym>;
let kiosk: Made<typeof createKiosk>;
let upstairs: Made<typeof createKiosk>;
let ana: Made<typeof createMember>;
let manager: Made<typeof createStaff>;
let stranger: Made<typeof createStaff>;

beforeAll(async () => {
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id, opening_hours: hours });
  const other = await createGym();
  kiosk = await createKiosk(gym);
  upstairs = await createKiosk(gym);
  ana = await createMember(gym, { first_name: 'Ana' });
  manager = await createStaff({ role: 'gym_manager', gym });
  stranger = await createStaff({ role: 'gym_manager', gym: other });
});

describe('pairing', () => {
  it('moves from one device to the next, and the first is out', async () => {
    const client = await signIn(manager);
    const service = secretClient();
    const paired = await createKiosk(gym);
    const device = (name: string) => kioskCalls(service, hashToken(name));
    const pair = async (code: string, token: string) => {
      const { data } = await service.rpc('kiosk_provision', {
        p_slug: paired.slug,
        p_code_hash: hashCode(code),
        p_token_hash: hashToken(token),
      });
      return data;
    };
    for (const [code, token] of [
      ['AAA222', 'first device'],
      ['BBB333', 'second device'],
    ] as const) {
      const issued = await client.rpc('issue_provisioning_code', {
        p_kiosk_id: paired.id,
        p_code_hash: hashCode(code),
      });
      expect(issued.error).toBeNull();
      expect(await pair(code, token)).toMatchObject({ status: 'ok' });
      expect(await pair(code, token)).toMatchObject({ status: 'used' });
    }
    expect((await device('first device').call('kiosk_heartbeat', {})).refusal?.message).toBe(
      'kiosk_not_paired',
    );
    const screen = await device('second device').call('kiosk_heartbeat', {
      p_report: { boot_id: randomUUID(), version: '0.1.0' },
    });
    expect(screen.data).toMatchObject({
      kiosk: { slug: paired.slug },
      gym: { name: gym.name, today: { is_open: true } },
    });

    expect((await client.rpc('revoke_kiosk', { p_kiosk_id: paired.id })).error).toBeNull();
    expect((await device('second device').call('kiosk_heartbeat', {})).refusal).toEqual({
      code: 'P0001',
      message: 'kiosk_revoked',
    });
  });

  it("other gym's id is not found", async () => {
    const client = await signIn(stranger);
    for (const id of [kiosk.id, randomUUID()]) {
      const issued = await client.rpc('issue_provisioning_code', {
        p_kiosk_id: id,
        p_code_hash: hashCode('AAA222'),
      });
      expect(issued.error?.message).toBe('not_found');
    }
  });
});

describe('verbs', () => {
  it('are closed to browsers and to people', async () => {
    const args = { p_token_hash: kiosk.tokenHash };
    for (const client of [publishableClient(), await signIn(manager)])
      expect((await client.rpc('kiosk_heartbeat', args)).error?.code).toBe('42501');
    expect((await secretClient().rpc('kiosk_heartbeat', args)).error).toBeNull();
  });

  it('answer a scan sent again alike, and keep it once', async () => {
    const calls = kioskCalls(secretClient(), kiosk.tokenHash);
    const event = randomUUID();
    const first = await calls.scan(ana.badgeHash, { event });
    expect(first.data).toMatchObject({
      outcome: 'welcome',
      first_name: 'Ana',
      visit: { is_new: true, number_this_month: 1 },
    });
    expect((await calls.scan(ana.badgeHash, { event })).data).toEqual(first.data);
    expect((await kioskCalls(secretClient(), upstairs.tokenHash).scan(ana.badgeHash)).data.outcome).toBe(
      'repeat',
    );
    const [kept] = await sql()`
      select (select count(*)::int from public.badge_scans where member_id = ${ana.id}) as scans,
        (select count(*)::int from public.gym_visits where member_id = ${ana.id}) as visits`;
    expect(kept).toEqual({ scans: 2, visits: 1 });
  });

  it('give an unknown badge and a foreign one the same bytes', async () => {
    const calls = kioskCalls(secretClient(), kiosk.tokenHash);
    const foreign = await createMember(await createGym());
    const answers = [];
    for (const hash of [hashBadge('deadbeef'), foreign.badgeHash]) {
      const { scan_id, ...rest } = (await calls.scan(hash)).data;
      expect(scan_id).toMatch(/^[0-9a-f-]{36}$/);
      answers.push(JSON.stringify(rest));
    }
    expect(answers[0]).toBe(answers[1]);
  });
});

describe('a conversation', () => {
  it('takes each turn once and closes once, with the first reason', async () => {
    const calls = kioskCalls(secretClient(), kiosk.tokenHash);
    const ben = await createMember(gym, { first_name: 'Ben' });
    const started = await calls.start(ben.badgeHash);
    expect(started).toMatchObject({ first_name: 'Ben', setting: { gym_name: gym.name } });
    await calls.reply(0, 'Salut Ben');
    expect((await calls.say(1, 'Le sauna est froid')).data).toMatchObject({
      replayed: false,
      reply: null,
      dialog: { turn: 0 },
    });
    await calls.reply(1, 'Je le signale ?');
    expect((await calls.say(1, 'Le sauna est froid')).data).toMatchObject({
      replayed: true,
      reply: { text: 'Je le signale ?' },
    });
    expect((await calls.say(1, 'Autre chose')).refusal?.message).toBe('conflict');

    const report = { text: 'Le sauna est froid', equipment: 'sauna' };
    expect((await calls.tool('t1', 'report_issue', report)).data).toEqual({
      ok: false,
      code: 'needs_confirmation',
    });
    const reported = await calls.tool('t2', 'report_issue', { ...report, confirmed: true });
    expect(reported.data).toMatchObject({ ok: true, result: { status: 'reported' } });
    expect((await calls.tool('t2', 'report_issue', { ...report, confirmed: true })).data).toEqual(
      reported.data,
    );
    expect((await calls.tool('t2', 'get_gym_info')).refusal?.message).toBe('tool_conflict');

    const closes = await Promise.all(
      [
        'goodbye',
        'stop',
        'silence',
        'limit',
        'page_closed',
        'tab_lost',
        'goodbye',
        'stop',
        'silence',
        'tab_lost',
      ].map((reason) => calls.close(reason, 1)),
    );
    expect(closes.filter(({ data }) => data.closed === true)).toHaveLength(1);
    const [kept] = await sql()`
      select s.state, s.end_reason, s.last_seq,
        (select count(*)::int from public.conversation_events e where e.session_id = s.id and e.kind = 'said') as said,
        (select count(*)::int from public.conversation_summaries c where c.session_id = s.id) as summaries,
        (select count(*)::int from public.manager_alerts a where a.member_id = ${ben.id} and a.alert_type = 'equipment_issue') as alerts
      from public.openai_realtime_sessions s where s.id = ${String(started.conversation_id)}`;
    expect(kept).toMatchObject({ state: 'closed', last_seq: 1, said: 3, summaries: 1, alerts: 1 });
    expect((await calls.say(2, 'Encore là ?')).refusal?.message).toBe('conversation_closed');
  });

  it('without leave to analyse keeps no word', async () => {
    const calls = kioskCalls(secretClient(), upstairs.tokenHash);
    const chloe = await createMember(gym, { first_name: 'Chloé' });
    const { conversation_id } = await calls.start(chloe.badgeHash, {
      talk: true,
      analyse: false,
      remember: false,
    });
    await calls.say(1, 'Personne ne doit lire ceci');
    await calls.close('goodbye', 1);
    const id = String(conversation_id);
    const [kept] = await sql()`
      select (select count(*)::int from public.conversation_events where session_id = ${id}) as events,
        (select count(*)::int from private.conversation_turns where session_id = ${id}) as turns,
        (select count(*)::int from public.conversation_summaries where session_id = ${id}) as summaries`;
    expect(kept).toEqual({ events: 0, turns: 0, summaries: 0 });
  });

  it('is seen by its manager and by no other', async () => {
    const calls = kioskCalls(secretClient(), upstairs.tokenHash);
    const dora = await createMember(gym, { first_name: 'Dora' });
    const { conversation_id } = await calls.start(dora.badgeHash);
    await calls.say(1, 'Bonjour');
    const seenBy = async (person: typeof manager) => {
      const client = await signIn(person);
      const { data } = await client
        .from('conversation_events')
        .select('text')
        .eq('session_id', String(conversation_id));
      return data;
    };
    expect(await seenBy(manager)).toEqual([{ text: 'Bonjour' }]);
    expect(await seenBy(stranger)).toEqual([]);
  });
});
