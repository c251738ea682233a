import { beforeAll, describe, expect, it } from 'vitest';
import { signInWithMfa, sql } from '../support/clients.ts';
import {
  createFranchise,
  createGym,
  createKiosk,
  createMember,
  createStaff,
  type Person,
} from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let gym: { id: string; name: string };
let sister: { id: string; name: string };
let owner: Person;
let manager: Person;
let staff: Person;
let stranger: Person;

beforeAll(async () => {
  appEnvironment();
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id });
  sister = await createGym({ franchise_id: franchise.id });
  owner = await createStaff({ role: 'franchise_owner', franchise });
  manager = await createStaff({ role: 'gym_manager', gym });
  staff = await createStaff({ role: 'gym_staff', gym });
  stranger = await createStaff({ role: 'gym_manager', gym: await createGym() });
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

/** A member with a conversation whose words are told. */
async function talkative(words: string) {
  const member = await createMember(gym, {
    first_name: 'Zoé',
    last_name: 'Marin',
    email: 'zoe@example.test',
  });
  const kiosk = await createKiosk(gym);
  const [talk] = await sql()<{ id: string }[]>`
    insert into public.openai_realtime_sessions
      (gym_id, kiosk_id, member_id, state, language, ended_at, end_reason, expires_at, consent)
    values (${gym.id}, ${kiosk.id}, ${member.id}, 'closed', 'fr', now(), 'goodbye', now(),
      '{"talk": true, "analyse": true, "remember": true}')
    returning id`;
  await sql()`
    insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
    values (${gym.id}, ${talk!.id}, 'member', 1, 'said', ${words})`;
  return { ...member, talkId: talk!.id };
}

const path = (id: string, verb: 'access-file' | 'erase' | 'move') =>
  `/api/dashboard/members/${id}/${verb}` as const;

describe('the access file', () => {
  it('is JSON with all that is kept, and a page with the same words made inert', async () => {
    const member = await talkative('<b>La douche est froide</b>');
    const browser = await signedIn(manager);
    const json = await browser.post(path(member.id, 'access-file'), { format: 'json', checked: 'at_desk' });
    expect(json.status).toBe(200);
    expect(json.headers.get('content-disposition')).toMatch(
      /^attachment; filename="jarvis-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(json.headers.get('cache-control')).toBe('no-store');
    expect(json.body).toMatchObject({
      schema: 'jarvis.member-access-file',
      version: 1,
      person: { first_name: 'Zoé', email: 'zoe@example.test' },
      sections: { conversations: [{ transcript: [{ text: '<b>La douche est froide</b>' }] }] },
    });
    const page = await browser.post(path(member.id, 'access-file'), { format: 'html', checked: 'at_desk' });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.body.text).toContain('&lt;b&gt;La douche est froide&lt;/b&gt;');
    const audits = await sql()`
      select action, changed from public.audit_logs where entity_id = ${member.id} and action = 'access_file'`;
    expect([...audits]).toEqual(Array(2).fill({ action: 'access_file', changed: ['at_desk'] }));
  });

  it('needs a check of the identity', async () => {
    const { id } = await createMember(gym);
    const browser = await signedIn(manager);
    const answer = await browser.post(path(id, 'access-file'), { format: 'json', checked: 'believed' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'checked' }] } });
    expect((await browser.post(path(id, 'access-file'), { checked: 'at_desk' })).status).toBe(422);
  });

  it('is for those who change members of the gym', async () => {
    const { id } = await createMember(gym);
    const asked = { format: 'json', checked: 'at_desk' };
    expect((await (await signedIn(staff)).post(path(id, 'access-file'), asked)).status).toBe(403);
    expect((await (await signedIn(stranger)).post(path(id, 'access-file'), asked)).status).toBe(404);
    expect((await new Visitor().post(path(id, 'access-file'), asked)).status).toBe(401);
  });
});

describe('an erasure', () => {
  it('asks for the first name, is done at once, and says what it reached', async () => {
    const member = await talkative('Mon genou me fait mal');
    const browser = await signedIn(manager);
    const wrong = await browser.post(path(member.id, 'erase'), { confirm: 'Zora' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'confirm' }] } });
    const done = await browser.post(path(member.id, 'erase'), { confirm: 'zoe' });
    expect(done).toMatchObject({ status: 200, body: { reached: { conversations: 1, turns: 1, badges: 1 } } });
    const [left] = await sql()`
      select (select count(*)::int from public.conversation_events where session_id = ${member.talkId}) as events,
        (select count(*)::int from public.gym_members_v2 where id = ${member.id}) as members,
        (select member_id from public.openai_realtime_sessions where id = ${member.talkId}) as member_id`;
    expect(left).toEqual({ events: 0, members: 0, member_id: null });
    expect((await browser.post(path(member.id, 'erase'), { confirm: 'Zoé' })).status).toBe(404);
  });

  it('and a second one at the same time find the member once', async () => {
    const { id } = await createMember(gym, { first_name: 'Zoé' });
    const [one, other] = [await signedIn(manager), await signedIn(owner)];
    const answers = await Promise.all(
      [one, other].map((by) => by.post(path(id, 'erase'), { confirm: 'Zoé' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('is refused to the team and to other customers', async () => {
    const { id } = await createMember(gym, { first_name: 'Zoé' });
    expect((await (await signedIn(staff)).post(path(id, 'erase'), { confirm: 'Zoé' })).status).toBe(403);
    expect((await (await signedIn(stranger)).post(path(id, 'erase'), { confirm: 'Zoé' })).status).toBe(404);
  });
});

describe('a move', () => {
  it('is the owner’s: there and back', async () => {
    const { id } = await createMember(gym);
    const browser = await signedIn(owner);
    const moved = await browser.post(path(id, 'move'), { gym_id: sister.id });
    expect(moved.status).toBe(201);
    const back = await browser.call('DELETE', path(String(moved.body.id), 'move'));
    expect(back).toMatchObject({ status: 200, body: { id } });
    expect((await browser.call('DELETE', path(id, 'move'))).status).toBe(409);
  });

  it('of one member asked twice at once happens once', async () => {
    const { id } = await createMember(gym);
    const [one, other] = [await signedIn(owner), await signedIn(owner)];
    const answers = await Promise.all(
      [one, other].map((by) => by.post(path(id, 'move'), { gym_id: sister.id })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('leads nowhere for a manager, and to no other customer', async () => {
    const { id } = await createMember(gym);
    expect((await (await signedIn(manager)).post(path(id, 'move'), { gym_id: sister.id })).status).toBe(404);
    const foreign = await createGym();
    const browser = await signedIn(owner);
    expect((await browser.post(path(id, 'move'), { gym_id: foreign.id })).status).toBe(404);
    expect(await browser.post(path(id, 'move'), { gym_id: gym.id })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'gym_id' }] },
    });
  });

  it('by the platform needs a support access', async () => {
    const admin = await createStaff({ role: 'super_admin' });
    const { id } = await createMember(gym);
    const client = await signInWithMfa(admin, admin.totpSecret!);
    const { error } = await client.rpc('move_member', { p_member_id: id, p_gym_id: sister.id });
    expect(error?.message).toBe('forbidden');
  });
});
