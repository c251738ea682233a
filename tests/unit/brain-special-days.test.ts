import { describe, expect, it } from 'vitest';
import { dateIn, dateWord, namedDay } from '@/lib/voice/brain/special-days';
import { initialState, reply } from '@/lib/voice/brain/index';
import { createGym, NOW } from '../support/brain.ts';

const today = '2026-11-23';

async function ask(text: string, language: 'fr' | 'en' | 'es') {
  const { tools } = createGym();
  const setting = {
    language,
    address: 'tu',
    firstName: 'Inès',
    gymName: 'Club Rivoire',
    now: NOW,
    timezone: 'Europe/Paris',
    bookingsBy: 'jarvis',
  } as const;
  return (await reply({ text, state: initialState(), setting, tools })).text.replaceAll('\u00a0', ' ');
}

describe('days that are not like their weekday', () => {
  it.each([
    ['vous êtes ouverts le 25 décembre ?', 'fr', '2026-12-25'],
    ['le 1er mai', 'fr', '2027-05-01'],
    ['ouvert le 25/12', 'fr', '2026-12-25'],
    ['are you open on December 25', 'en', '2026-12-25'],
    ['are you open on the 25th of December', 'en', '2026-12-25'],
    ['¿abrís el 25 de diciembre?', 'es', '2026-12-25'],
    ['ouvert le 31/02', 'fr', null],
    ['ouvert demain', 'fr', null],
  ] as const)('reads the date of “%s”', (text, language, date) => {
    expect(dateIn(text, language, today)).toBe(date);
  });

  it('knows a day by the name the gym gave it, accents aside', () => {
    const days = [{ date: '2026-12-25', open: null, close: null, label: 'Noël' }];
    expect(namedDay('Ouvert à noel ?', days)?.date).toBe('2026-12-25');
    expect(namedDay('Ouvert demain ?', days)).toBeNull();
  });

  it('says near days by their weekday and others in full', () => {
    expect(dateWord('2026-11-27', today, 'fr')).toBe('vendredi');
    expect(dateWord('2026-12-25', today, 'fr')).toBe('le vendredi 25 décembre');
    expect(dateWord('2026-12-25', today, 'es')).toBe('el viernes 25 de diciembre');
  });

  it.each([
    ['Vous êtes ouverts à Noël ?', 'fr', 'C’est fermé exceptionnellement le vendredi 25 décembre, Noël.'],
    ['Vous ouvrez vendredi ?', 'fr', 'Vendredi, c’est ouvert exceptionnellement de 10 h à 14 h.'],
    ['Are you open on December 25?', 'en', 'Exceptionally, we are closed on Friday 25 December, Noël.'],
    ['¿Abrís el 25 de diciembre?', 'es', 'El viernes 25 de diciembre está cerrado excepcionalmente, Noël.'],
    ['Vous êtes ouverts jeudi ?', 'fr', 'Jeudi, c’est ouvert de 6 h à 22 h 30.'],
  ] as const)('answers “%s”', async (text, language, answer) => {
    expect(await ask(text, language)).toBe(answer);
  });
});
