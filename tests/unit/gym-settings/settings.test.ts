import { describe, expect, it } from 'vitest';
import { consentInput, daysInput, type SettingsChanges, settingsInput } from '@/lib/gym-settings/schemas';
import { assertKnown } from '@/lib/gym-settings/known-values';
import { calendarOf } from '@/lib/gym-settings/proposals';
import { holidayCountries, holidayRegions, publicHolidays } from '@/lib/gym-settings/public-holidays';

const gym_id = '00000000-0000-4000-8000-000000000001';
const wrong = (changes: unknown) =>
  settingsInput.safeParse({ gym_id, seen: {}, changes }).error?.issues.map(({ path }) => path.join('.')) ??
  [];

describe('changes of the settings', () => {
  it.each([
    [{ name: '  Lille  ', address: '', price_note: null, conversation_minutes: 15 }, []],
    [{ opening_hours: [{ weekday: 1, open: '18:00', close: '24:00' }] }, []],
    [{ kiosk_messages: { fr: { attract: 'Bienvenue' } } }, []],
    [{ name: '' }, ['changes.name']],
    [{ name: '<b>Lille</b>' }, ['changes.name']],
    [{ conversation_minutes: 16 }, ['changes.conversation_minutes']],
    [{ conversation_minutes: 2.5 }, ['changes.conversation_minutes']],
    [
      { opening_hours: [{ weekday: 8, open: '6:00', close: '25:00' }] },
      ['weekday', 'open', 'close'].map((end) => `changes.opening_hours.0.${end}`),
    ],
    [{ kiosk_messages: { fr: { attract: 'a'.repeat(41) } } }, ['changes.kiosk_messages.fr.attract']],
    [{ kiosk_messages: { fr: { attract: 'deux\nlignes' } } }, ['changes.kiosk_messages.fr.attract']],
    [
      {
        retention: {
          transcripts_days: 91,
          conversations_months: 6,
          counts_months: 24,
          scans_months: 12,
          deleted_days: 30,
        },
      },
      ['changes.retention.transcripts_days'],
    ],
    [
      { thresholds: { absent_days: 6, risk_alert: 91, negative_sentiment: -0.2 } },
      ['absent_days', 'risk_alert', 'negative_sentiment'].map((key) => `changes.thresholds.${key}`),
    ],
    [{ status: 'suspended' }, ['changes']],
  ])('%j is wrong at %j', (changes, fields) => {
    expect(wrong(changes)).toEqual(fields);
  });

  it('knows what exists', () => {
    expect(() =>
      assertKnown({ timezone: 'Europe/Paris', currency: 'EUR', facilities: ['sauna'] }),
    ).not.toThrow();
    for (const [field, changes] of [
      ['timezone', { timezone: 'Mars/Olympus' }],
      ['currency', { currency: 'ZZZ' }],
      ['facilities', { facilities: ['lava'] }],
    ] satisfies [string, SettingsChanges][])
      expect(() => assertKnown(changes)).toThrow(
        expect.objectContaining({ fields: [{ field, code: 'invalid' }] }),
      );
  });

  it('takes days with their hours and texts in all languages', () => {
    const day = (more: object) =>
      daysInput.safeParse({ gym_id, days: [{ date: '2026-12-25', ...more }] }).success;
    expect(day({ state: 'closed', label: 'Noël', was: 'none' })).toBe(true);
    expect(day({ state: 'hours', open: '08:00', close: '02:00' })).toBe(true);
    expect(day({ state: 'hours', open: '08:00' })).toBe(false);
    expect(day({ state: 'hours', open: '08:00', close: '08:00' })).toBe(false);
    expect(day({ state: 'maybe' })).toBe(false);
    const text = 'Un texte assez long.';
    const consent = (texts: object) =>
      consentInput.safeParse({ gym_id, purpose: 'talk', seen_version: null, texts, asks_again: false })
        .success;
    expect(consent({ fr: text, en: text, es: text })).toBe(true);
    expect(consent({ fr: text, en: text })).toBe(false);
    expect(consent({ fr: text, en: text, es: 'corto' })).toBe(false);
  });
});

describe('public holidays', () => {
  it('proposes those of the country, in the language of the reader, and no other feast', async () => {
    const days = await publicHolidays({ country: 'FR', region: null }, '2026-11-21', '2027-11-21', 'fr');
    expect(days).toHaveLength(11);
    expect(days[0]).toEqual({ date: '2026-12-25', name: 'Noël' });
    expect(days.at(-1)?.date).toBe('2027-11-11');
    const [first] = await publicHolidays({ country: 'FR', region: null }, '2026-12-01', '2026-12-31', 'en');
    expect(first?.name).toBe('Christmas Day');
  });

  it('adds those of the region', async () => {
    const [moselle] = await publicHolidays({ country: 'FR', region: '57' }, '2026-12-26', '2026-12-31', 'fr');
    expect(moselle?.date).toBe('2026-12-26');
    expect((await holidayRegions('FR', 'fr')).map(({ value }) => value)).toContain('57');
    expect((await holidayCountries('fr')).find(({ value }) => value === 'ES')?.label).toBe('Espagne');
  });

  it('does not propose again what the gym has decided', () => {
    const settled = {
      date: '2026-12-25',
      state: 'usual',
      open: null,
      close: null,
      label: null,
      source: 'holiday',
    } as const;
    const calendar = calendarOf(
      [settled],
      [
        { date: '2026-12-25', name: 'Noël' },
        { date: '2026-11-30', name: 'Fête' },
      ],
    );
    expect(calendar.map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-11-30', 'proposed'],
      ['2026-12-25', 'settled'],
    ]);
    expect(calendar[1]).toMatchObject({ holiday: 'Noël' });
  });
});
