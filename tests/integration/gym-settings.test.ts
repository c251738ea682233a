import { beforeAll, describe, expect, it } from 'vitest';
import { getGymSettings } from '@/lib/gym-settings';
import { greetedScan, home } from '@/lib/kiosks/schemas';
import { consentVersion } from '@/lib/voice/schemas';
import { secretClient, signIn, sql } from '../support/clients.ts';
import { kioskCalls } from '../support/kiosk-calls.ts';
import {
  createFranchise,
  createGym,
  createKiosk,
  createMember,
  createStaff,
  type Kiosk,
  type Member,
  type Person,
} from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '24:00' }));

let gym: { id: string };
let foreign: { id: string };
let owner: Person;
let manager: Person;
let staff: Person;
let kiosk: Kiosk;
let ana: Member;

beforeAll(async () => {
  appEnvironment();
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id, opening_hours: always, timezone: 'Europe/Paris' });
  foreign = await createGym();
  owner = await createStaff({ role: 'franchise_owner', franchise });
  manager = await createStaff({ role: 'gym_manager', gym });
  staff = await createStaff({ role: 'gym_staff', gym });
  kiosk = await createKiosk(gym);
  ana = await createMember(gym, { first_name: 'Ana' });
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

const path = '/api/dashboard/gym-settings';
const save = async (person: Person, seen: object, changes: object, gym_id = gym.id) =>
  (await signedIn(person)).call('PUT', path, { gym_id, seen, changes });
const settle = async (days: object[], person = manager) =>
  (await signedIn(person)).post(`${path}/days`, { gym_id: gym.id, days });
const publish = async (body: object, person = manager) =>
  (await signedIn(person)).post(`${path}/consents`, { gym_id: gym.id, ...body });
const screen = async () =>
  home.parse((await kioskCalls(secretClient(), kiosk.tokenHash).call('kiosk_heartbeat', {})).data);
const scan = async () =>
  greetedScan.parse((await kioskCalls(secretClient(), kiosk.tokenHash).scan(ana.badgeHash)).data);

async function today(): Promise<string> {
  const [row] = await sql()<{ day: string }[]>`select (now() at time zone 'Europe/Paris')::date::text as day`;
  return row!.day;
}

describe('settings of a gym', () => {
  it('are saved by its manager and its owner, read by staff, and foreign to others', async () => {
    const read = await getGymSettings(await signIn(staff), gym.id);
    expect(read).toMatchObject({ may_share: false, in_franchise: true, gym: { address_form: 'tu' } });
    const { status, body } = await save(manager, { address_form: 'tu' }, { address_form: 'vous' });
    expect([status, body.address_form]).toEqual([200, 'vous']);
    expect((await screen()).gym.address_form).toBe('vous');
    expect((await save(owner, { phone: null }, { phone: '04 65 71 00 10' })).status).toBe(200);
    expect((await save(staff, { phone: null }, { phone: '1' })).status).toBe(403);
    expect((await save(manager, { phone: null }, { phone: '1' }, foreign.id)).status).toBe(404);
  });

  it('name the field that is wrong', async () => {
    for (const [changes, field] of [
      [{ timezone: 'Mars/Olympus' }, 'timezone'],
      [{ currency: 'ZZZ' }, 'currency'],
      [{ facilities: ['lava'] }, 'facilities'],
      [{ conversation_minutes: 16 }, 'changes.conversation_minutes'],
      [{ opening_hours: [always[0], { weekday: 1, open: '10:00', close: '12:00' }] }, 'opening_hours.1'],
    ] as const) {
      const { gym: held } = await getGymSettings(await signIn(manager), gym.id);
      const { status, body } = await save(manager, held, changes);
      expect([status, body.errors]).toEqual([422, [{ field, code: expect.any(String) }]]);
    }
  });

  it('are not overwritten when two people save at once', async () => {
    const { gym: seen } = await getGymSettings(await signIn(manager), gym.id);
    const both = await Promise.all([
      save(manager, { price_note: seen.price_note }, { price_note: 'Sans engagement.' }),
      save(owner, { price_note: seen.price_note }, { price_note: 'Avec engagement.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'conflict' });
    expect((await save(manager, { city: seen.city }, { city: 'Bron' })).status).toBe(200);
  });

  it('let no owner read conversations by their own hand', async () => {
    const change = [{ owner_reads_conversations: false }, { owner_reads_conversations: true }] as const;
    expect((await save(owner, ...change)).status).toBe(403);
    expect((await save(manager, ...change)).status).toBe(200);
  });
});

describe('days that are not like their weekday', () => {
  it('close the kiosk, say why, and are taken back by what was answered', async () => {
    expect((await screen()).gym.today).toEqual({ open: '00:00', close: '24:00', is_open: true });
    const { status, body } = await settle([{ date: await today(), state: 'closed', label: 'Inventaire' }]);
    expect(status).toBe(200);
    const { gym: shut } = await screen();
    expect(shut.today).toMatchObject({ is_open: false, exception: { is_closed: true, label: 'Inventaire' } });
    expect(shut.next_opening).toMatchObject({ open: '00:00' });
    expect((await settle(body.before as object[])).status).toBe(200);
    expect((await screen()).gym.today.is_open).toBe(true);
  });

  it('are refused by name, and when somebody else was faster', async () => {
    const day = await today();
    const { status, body } = await settle([{ date: '2020-01-01', state: 'closed' }]);
    expect([status, body.errors]).toEqual([422, [{ field: 'days.0.date', code: expect.any(String) }]]);
    const both = await Promise.all([
      settle([{ date: day, state: 'closed', was: 'none' }]),
      settle([{ date: day, state: 'usual', was: 'none' }], owner),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect((await settle([{ date: day, state: 'none' }], staff)).status).toBe(403);
    expect((await settle([{ date: day, state: 'none' }])).status).toBe(200);
  });
});

describe('words of the kiosk', () => {
  it('are plain text and shown as they are', async () => {
    const messages = { fr: { attract: 'Bienvenue' }, es: { closed: 'Felices fiestas.' } };
    expect((await save(manager, { kiosk_messages: {} }, { kiosk_messages: messages })).status).toBe(200);
    expect((await screen()).gym.messages).toEqual(messages);
    const bold = { fr: { attract: '<b>Bienvenue</b>' } };
    expect((await save(manager, { kiosk_messages: messages }, { kiosk_messages: bold })).status).toBe(422);
  });

  it('ask again only when the meaning changed, and receipts name what was shown', async () => {
    const texts = {
      fr: 'Nous gardons un résumé trois mois.',
      en: 'We keep a summary for three months.',
      es: 'Guardamos un resumen tres meses.',
    };
    const calls = kioskCalls(secretClient(), kiosk.tokenHash);
    await calls.start(ana.badgeHash);
    await calls.close('goodbye');
    const first = await publish({ purpose: 'analyse', seen_version: null, texts, asks_again: false });
    expect(first.status).toBe(201);
    const shown = await scan();
    expect(shown.consent_texts).toEqual({ analyse: { ...texts, version: first.body.version } });
    expect(shown.consents.analyse).toBe(true);

    const again = { purpose: 'analyse', seen_version: first.body.version, texts, asks_again: true };
    const second = await publish(again);
    expect(second.status).toBe(201);
    expect((await publish(again)).body).toMatchObject({ code: 'conflict' });
    const asked = await scan();
    expect(asked.consents).toEqual({ talk: true, analyse: null, remember: false });
    const start = (versions: object) =>
      calls.call('kiosk_start_conversation', {
        p_scan_id: asked.scan_id,
        p_language: 'fr',
        p_consents: { talk: true, analyse: true, remember: false },
        p_consent_version: consentVersion,
        p_versions: versions,
      });
    expect((await start({ analyse: 'never' })).refusal?.message).toBe('invalid_input');
    expect((await start({ analyse: second.body.version })).refusal).toBeNull();
    const [receipt] = await sql()`
      select version, granted, language from public.member_consents
      where member_id = ${ana.id} and purpose = 'analyse' order by created_at desc limit 1`;
    expect(receipt).toEqual({ version: second.body.version, granted: true, language: 'fr' });
    expect((await scan()).consents.analyse).toBe(true);
  });

  it('begin with texts of our own, whose version the database knows too', async () => {
    const [row] = await sql()`select private.product_consent_version() as version`;
    expect(row?.version).toBe(consentVersion);
  });
});
