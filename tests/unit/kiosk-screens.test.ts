import { describe, expect, it } from 'vitest';
import { firstState, reduce } from '@/components/kiosk/machine/reduce';
import type { KioskEvent, KioskState } from '@/components/kiosk/machine/types';
import { home, sayReply, scan } from '../support/kiosk-fixtures.ts';

const run = (events: KioskEvent[], from: KioskState = firstState({ language: 'fr', isPaired: true })) =>
  events.reduce(reduce, from);

const on: KioskEvent = { type: 'beat', home, at: Date.parse('2026-11-21T11:59:58Z') };
const attract = run([on]);
const reading = run([{ type: 'badgeRead' }], attract);
const { person } = reading;
const asked = run([{ type: 'greeted', person, scan }], reading);
const answers: KioskEvent[] = [
  { type: 'answered', purpose: 'talk', granted: true },
  { type: 'answered', purpose: 'analyse', granted: false },
  { type: 'answered', purpose: 'remember', granted: true },
];
const started: KioskEvent = {
  type: 'started',
  person,
  conversation: {
    conversation_id: '7f0d2c1e-6f4b-4f4e-9a57-0e1f5f1f0a02',
    expires_at: '2026-11-21T12:05:00Z',
    first_name: 'Inès',
    language: 'es',
    greeting: sayReply('Hola, Inès.'),
    call: null,
  },
  isLoud: false,
};
const talking = run([...answers, { type: 'starting' }, started], asked);

/** The talk of a state, or a failed test. */
function talkOf(state: KioskState) {
  if (state.view.name !== 'conversation') throw new Error(`shows ${state.view.name}`);
  return state.view.talk;
}

describe('kiosk screens', () => {
  it('shows the invitation once the server has answered, and keeps the distance of the clocks', () => {
    expect(attract.view.name).toBe('attract');
    expect(attract.clockSkew).toBe(2000);
  });

  it('asks for a code when it is not paired, and says when it has been removed', () => {
    const unpaired = run([{ type: 'beatFailed', code: 'kiosk_not_paired', status: 401 }]);
    expect(unpaired.view).toEqual({ name: 'pairing', problem: null, busy: false });
    const revoked = run([{ type: 'beatFailed', code: 'kiosk_revoked', status: 401 }], talking);
    expect(revoked.view.name).toBe('revoked');
    expect(JSON.stringify(revoked)).not.toContain('Inès');
  });

  it('asks a device without a token for a code at once', () => {
    expect(firstState({ language: 'fr', isPaired: false }).view.name).toBe('pairing');
  });

  it('keeps the problem of a refused code on the screen', () => {
    const failed = run([
      { type: 'beatFailed', code: 'kiosk_not_paired', status: 401 },
      { type: 'pairingSent' },
      { type: 'pairingRefused', title: 'Ce code a déjà servi', detail: 'Créez-en un.' },
    ]);
    expect(failed.view).toMatchObject({
      name: 'pairing',
      busy: false,
      problem: { title: 'Ce code a déjà servi' },
    });
  });

  it('speaks the member’s language while they are here, and its own again after', () => {
    expect(asked.language).toBe('es');
    expect(run([{ type: 'cleared' }], asked).language).toBe('fr');
  });

  it('asks three questions whose answers can be changed until it starts', () => {
    const changed = run([...answers, { type: 'answered', purpose: 'analyse', granted: true }], asked);
    expect(changed.view).toMatchObject({
      answers: { talk: true, analyse: true, remember: true },
      touched: true,
    });
    const tooLate = run(
      [{ type: 'starting' }, { type: 'answered', purpose: 'talk', granted: false }],
      changed,
    );
    expect(tooLate.view).toMatchObject({ answers: { talk: true } });
  });

  it('still asks when somebody goes on without talking', () => {
    const textOnly = run([{ type: 'textOnlyToggled' }], asked);
    expect(textOnly.view).toMatchObject({ textOnly: true, answers: { talk: null } });
  });

  it('greets without asking again when all answers are known', () => {
    const known = { ...scan, consents: { talk: true, analyse: true, remember: false } };
    expect(run([{ type: 'greeted', person, scan: known }], reading).view).toMatchObject({
      name: 'consent',
      known: true,
    });
  });

  it('lets somebody in who said no to talking, and lets them change that', () => {
    const silent = { ...scan, consents: { talk: false, analyse: true, remember: false } };
    const bye = run([{ type: 'greeted', person, scan: silent }], reading);
    expect(bye.view).toMatchObject({ name: 'goodbye', reason: 'no_talk', firstName: 'Inès' });
    const again = run([{ type: 'choicesReopened' }], bye);
    expect(again.view).toMatchObject({ name: 'consent', known: false, touched: false });
  });

  it('greets where the account is on hold, and asks nobody about a conversation', () => {
    const held = run([{ ...on, home: { ...home, gym: { ...home.gym, status: 'suspended' } } }], attract);
    const shut = run([{ type: 'badgeRead' }], held);
    const seen = run([{ type: 'greeted', person: shut.person, scan }], shut);
    expect(seen.view).toMatchObject({ name: 'goodbye', reason: 'unavailable', firstName: 'Inès' });
  });

  it.each(['plan_limit', 'customer_suspended'])('says kindly that no conversation begins: %s', (code) => {
    const failed: KioskEvent = { type: 'startFailed', person, code, status: 409 };
    const seen = run([...answers, { type: 'starting' }, failed], asked);
    expect(seen.view).toMatchObject({ name: 'goodbye', reason: 'unavailable', firstName: 'Inès' });
  });

  it('says kindly that it has too much to do, keeps the answers, and begins when it is asked again', () => {
    const limited: KioskEvent = { type: 'startFailed', person, code: 'rate_limited', status: 429 };
    const busy = run([...answers, { type: 'starting' }, limited], asked);
    expect(busy.view).toMatchObject({ name: 'trouble', isBusy: true });
    const again = run([{ type: 'triedAgain' }], busy);
    expect(again.view).toMatchObject({
      name: 'consent',
      starting: false,
      touched: true,
      answers: { talk: true, analyse: false, remember: true },
    });
    expect(run([{ type: 'starting' }, started], again).view.name).toBe('conversation');
    expect(run([{ type: 'cleared' }], busy).view.name).toBe('attract');
    const broken: KioskEvent = { ...limited, code: 'internal', status: 500 };
    expect(run([{ type: 'starting' }, broken], asked).view).toMatchObject({ name: 'trouble', isBusy: false });
  });

  it('begins with a held button where the last check found too much noise, and says why', () => {
    const loud = talkOf(run([...answers, { type: 'starting' }, { ...started, isLoud: true }], asked));
    expect(loud).toMatchObject({ mode: 'push_to_talk', fault: 'noise', isMuted: true });
    const settings = { ...home.kiosk.settings, push_to_talk: true };
    const chosen = { ...home, kiosk: { ...home.kiosk, settings } };
    const held = run(
      [{ ...on, home: chosen }, ...answers, { type: 'starting' }, { ...started, isLoud: true }],
      asked,
    );
    expect(talkOf(held)).toMatchObject({ mode: 'push_to_talk', fault: null });
    const written = run(
      [{ type: 'textOnlyToggled' }, { type: 'starting' }, { ...started, isLoud: true }],
      asked,
    );
    expect(talkOf(written)).toMatchObject({ mode: 'text', fault: null });
  });

  it.each([
    ['badge_unknown', 404],
    ['member_expired', 403],
    ['reader_paused', 429],
  ])('shows why a badge is not greeted: %s', (code, status) => {
    const state = run([{ type: 'notGreeted', person, code, status, seconds: 42 }], reading);
    expect(state.view).toEqual({ name: 'refused', code, seconds: 42 });
  });

  it('shows trouble for a refusal that says nothing to a member, and the way in without a network', () => {
    const trouble = run(
      [{ type: 'notGreeted', person, code: 'internal', status: 500, seconds: null }],
      reading,
    );
    expect(trouble.view.name).toBe('trouble');
    const away = run([{ type: 'notGreeted', person, code: 'offline', status: 0, seconds: null }], reading);
    expect(away).toMatchObject({ view: { name: 'noted' }, link: 'down' });
    expect(run([{ type: 'cleared' }], away)).toMatchObject({ view: { name: 'attract' }, link: 'down' });
  });

  it('knows its gym after a start without a network, and learns the rest when it is back', () => {
    const lost = run([
      { type: 'beatFailed', code: 'offline', status: 0 },
      { type: 'remembered', home },
    ]);
    expect(lost).toMatchObject({ view: { name: 'attract' }, link: 'down', home });
    const later = run([{ type: 'remembered', home: { ...home, classes: [] } }], lost);
    expect(later.home).toBe(home);
  });

  it('shows two turns at most', () => {
    let state = talking;
    for (const seq of [1, 2]) {
      state = run(
        [
          { type: 'said', text: `demande ${seq}`, shown: `Demande ${seq}` },
          { type: 'replied', person, seq, reply: sayReply(`réponse ${seq}`) },
        ],
        state,
      );
    }
    expect(talkOf(state).turns).toEqual([
      { by: 'member', text: 'Demande 2' },
      { by: 'jarvis', text: 'réponse 2' },
    ]);
    expect(talkOf(state).seq).toBe(2);
  });

  it('takes one turn at a time and no empty one', () => {
    const said = run([{ type: 'said', text: 'yoga', shown: 'yoga' }], talking);
    expect(run([{ type: 'said', text: 'boxe', shown: 'boxe' }], said)).toBe(said);
    expect(run([{ type: 'said', text: '  ', shown: '  ' }], talking)).toBe(talking);
  });

  it('keeps a sentence that was not received, word for word, to send it again', () => {
    const failed = run(
      [
        { type: 'said', text: 'quels sont les cours', shown: 'Les cours du jour' },
        { type: 'sayFailed', person, seq: 1, code: 'backend_unavailable' },
      ],
      talking,
    );
    expect(talkOf(failed)).toMatchObject({ phase: 'failed', sent: 'quels sont les cours', seq: 1 });
    expect(talkOf(run([{ type: 'sayRetried' }], failed)).phase).toBe('thinking');
  });

  it('drops the answer to an earlier turn', () => {
    const waiting = run([{ type: 'said', text: 'yoga', shown: 'yoga' }], talking);
    const late: KioskEvent = { type: 'replied', person, seq: 0, reply: sayReply('trop tard') };
    expect(run([late], waiting)).toBe(waiting);
  });

  it('ends when the reply says so, and when the server says that time is up', () => {
    const said = run([{ type: 'said', text: 'au revoir', shown: 'au revoir' }], talking);
    const ending = run(
      [{ type: 'replied', person, seq: 1, reply: sayReply('Bonne séance.', { ends: true }) }],
      said,
    );
    expect(talkOf(ending).phase).toBe('ending');
    const over = run([{ type: 'sayFailed', person, seq: 1, code: 'conversation_expired' }], said);
    expect(over.view).toMatchObject({ name: 'goodbye', reason: 'expired' });
  });

  it('ends without leave to talk', () => {
    const closed = run(
      [
        {
          type: 'choiceSaved',
          person,
          answers: { talk: false, analyse: false, remember: false },
          closed: true,
        },
      ],
      talking,
    );
    expect(closed.view).toMatchObject({ name: 'goodbye', reason: 'no_talk' });
  });

  it('asks before it clears the screen of somebody who is quiet', () => {
    const quiet = run([{ type: 'wentQuiet' }], talking);
    expect(talkOf(quiet).asks).toBe(true);
    expect(talkOf(run([{ type: 'stillHere' }], quiet)).asks).toBe(false);
    expect(run([{ type: 'ended', reason: 'silence' }], quiet).view).toMatchObject({ reason: 'silence' });
  });

  it('shows nothing of the last member to the next one', () => {
    const next = run([{ type: 'badgeRead' }], talking);
    expect(JSON.stringify(next)).not.toContain('Inès');
    const late: KioskEvent[] = [
      { type: 'replied', person, seq: 0, reply: sayReply('Hola, Inès.') },
      { type: 'greeted', person, scan },
      started,
    ];
    expect(run(late, next)).toBe(next);
  });

  it('never takes a conversation away because of a heartbeat', () => {
    expect(run([on], talking).view).toBe(talking.view);
    expect(run([{ type: 'beatFailed', code: 'offline', status: 0 }], talking).view).toBe(talking.view);
  });
});
