import { describe, expect, it } from 'vitest';
import { greeting, initialState, readState } from '@/lib/voice/brain/index';
import { createGym, createTalk, setting } from '../support/brain';

describe('the language of the member', () => {
  it('follows a member who speaks another of the three, and comes back', async () => {
    const talk = createTalk();
    const english = await talk.says('what classes are on tonight?');
    expect(english.language).toBe('en');
    expect(english.text).toContain('6:30 pm');
    expect((await talk.says('the yoga one')).language).toBe('en');
    expect((await talk.says('en fait vous fermez à quelle heure ?')).language).toBe('fr');
  });

  it('does not switch for a borrowed word', async () => {
    const talk = createTalk();
    expect((await talk.says('hello')).language).toBe('fr');
    expect((await talk.says('ok')).language).toBe('fr');
  });

  it('switches when asked to', async () => {
    const talk = createTalk();
    expect((await talk.says('english please')).language).toBe('en');
  });

  it('says vous and usted where the gym does', async () => {
    expect(
      (await createTalk({ address: 'vous' }).says('vous avez un sauna ? et mes réservations')).text,
    ).not.toMatch(/\btu\b/);
    const talk = createTalk({ address: 'vous', language: 'es' });
    expect((await talk.says('mis reservas')).text).toContain('tiene');
  });
});

describe('the opening sentence', () => {
  it('tells the next booking of today', async () => {
    const { bookings } = createGym();
    const text = greeting(setting, { first_name: 'Inès', bookings_today: bookings });
    expect(text).toContain('Bonjour Inès');
    expect(text).toContain('Cycling est à 18\u00a0h.');
    expect(text).toContain('démonstration');
  });

  it('is plain when there is nothing to tell', () => {
    expect(greeting({ ...setting, language: 'en' }, { first_name: null, bookings_today: [] })).toContain(
      'Hello Inès, good to see you.',
    );
  });
});

describe('a stored state', () => {
  it('survives the way through JSON', async () => {
    const talk = createTalk();
    await talk.says('réserve le yoga de ce soir');
    expect(readState(JSON.parse(JSON.stringify(talk.state())))).toEqual(talk.state());
    await talk.says('je voudrais annuler mon cours de ce soir');
    expect(readState(JSON.parse(JSON.stringify(talk.state())))).toEqual(talk.state());
  });

  it.each([
    null,
    'x',
    7,
    [],
    { pending: { kind: 'confirm_booking' } },
    { pending: { kind: 'drop_tables' }, turns: -1 },
  ])('starts afresh from %j', (value) => {
    expect(readState(value)).toEqual(initialState());
  });
});
