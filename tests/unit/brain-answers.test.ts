import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../supabase/functions/_shared/language/answer.ts';
import { dayIn } from '../../supabase/functions/_shared/language/day.ts';
import type { Language } from '../../supabase/functions/_shared/language/intents.ts';
import { detectLanguage } from '../../supabase/functions/_shared/language/language.ts';
import { namesIn, ordinalIn } from '../../supabase/functions/_shared/language/names.ts';
import { isAt, partOfDay, timeIn } from '../../supabase/functions/_shared/language/time.ts';
import { textsFor } from '@/lib/voice/brain/texts/index';

describe('a yes or no', () => {
  it.each<[Language, string, string]>([
    ['fr', 'oui', 'yes'],
    ['fr', 'Ouiiiii !', 'yes'],
    ['fr', 'ouais vas-y', 'yes'],
    ['fr', "d'accord", 'yes'],
    ['fr', 'oui réserve', 'yes'],
    ['fr', 'oui stp', 'yes'],
    ['fr', 'carrément', 'yes'],
    ['fr', 'non', 'no'],
    ['fr', 'non merci', 'no'],
    ['fr', 'ne réserve pas', 'no'],
    ['fr', 'laisse tomber', 'no'],
    ['fr', 'bien sûr que non', 'no'],
    ['fr', 'oui mais non', 'unclear'],
    ['fr', 'ok mais demain', 'unclear'],
    ['fr', 'oui ?', 'unclear'],
    ['fr', 'oui pour deux personnes', 'unclear'],
    ['fr', 'non non vas-y', 'unclear'],
    ['fr', 'peut-être', 'unclear'],
    ['fr', 'pourquoi pas', 'unclear'],
    ['fr', 'merci', 'unclear'],
    ['fr', 'si', 'unclear'],
    ['fr', '', 'unclear'],
    ['en', 'yes please', 'yes'],
    ['en', 'yep go for it', 'yes'],
    ['en', 'book it', 'yes'],
    ['en', "don't book it", 'no'],
    ['en', 'of course not', 'no'],
    ['en', 'nah mate', 'no'],
    ['en', 'yes no maybe', 'unclear'],
    ['en', 'yes but later', 'unclear'],
    ['en', 'why not', 'unclear'],
    ['en', 'no problem', 'unclear'],
    ['es', 'sí', 'yes'],
    ['es', 'vale, resérvala', 'yes'],
    ['es', 'claro que sí', 'yes'],
    ['es', 'claro que no', 'no'],
    ['es', 'no gracias', 'no'],
    ['es', 'no la reserves', 'no'],
    ['es', 'sí pero no', 'unclear'],
    ['es', 'no sé', 'unclear'],
    ['es', 'si puedes mañana', 'unclear'],
  ])('%s "%s" is %s', (language, text, meant) => {
    const { doing, leaving } = textsFor(language, 'tu').answers.book;
    expect(readAnswer(text, language, doing, leaving)).toBe(meant);
  });

  it('takes the word of the question for a yes, and another question’s for a no', () => {
    const texts = textsFor('fr', 'tu').answers;
    expect(readAnswer('annule', 'fr', texts.cancel.doing, texts.cancel.leaving)).toBe('yes');
    expect(readAnswer('annule', 'fr', texts.book.doing, texts.book.leaving)).toBe('no');
    expect(readAnswer("n'annule pas", 'fr', texts.cancel.doing, texts.cancel.leaving)).toBe('no');
  });
});

describe('a time', () => {
  it.each<[Language, string, string]>([
    ['fr', 'à 18h30', '18:30'],
    ['fr', '18 h 30', '18:30'],
    ['fr', 'celui de 20 h', '20:00'],
    ['fr', 'à dix-huit heures trente', '18:30'],
    ['fr', 'six heures et demie du soir', '18:30'],
    ['fr', 'à midi', '12:00'],
    ['en', '6:30 pm', '18:30'],
    ['en', 'half past six', '18:30'],
    ['en', 'the 7 one', '19:00'],
    ['en', 'at seven', '07:00'],
    ['es', 'a las siete y media de la tarde', '19:30'],
    ['es', 'la de las ocho', '20:00'],
    ['es', '8 de la mañana', '08:00'],
  ])('%s "%s" fits %s', (language, text, time) => {
    const spoken = timeIn(text, language);
    expect(spoken && isAt(time, spoken)).toBe(true);
  });

  it.each<[Language, string]>([
    ['fr', 'carte 10 séances'],
    ['en', 'I have 2 kids'],
    ['es', 'quiero perder 5 kilos'],
  ])('%s "%s" holds none', (language, text) => {
    expect(timeIn(text, language)).toBeNull();
  });

  it('tells morning from tomorrow in Spanish', () => {
    expect(dayIn('por la mañana', 'es', '2026-11-23')).toBeNull();
    expect(partOfDay('por la mañana', 'es')).toEqual({ from: 0, to: 780 });
    expect(dayIn('mañana por la mañana', 'es', '2026-11-23')).toBe('2026-11-24');
  });
});

describe('a day', () => {
  it.each<[Language, string, string | null]>([
    ['fr', 'ce soir', '2026-11-23'],
    ['fr', 'demain matin', '2026-11-24'],
    ['fr', 'après-demain', '2026-11-25'],
    ['fr', 'jeudi', '2026-11-26'],
    ['fr', 'lundi', '2026-11-23'],
    ['en', 'tmrw', '2026-11-24'],
    ['en', 'on Sunday', '2026-11-29'],
    ['es', 'pasado mañana', '2026-11-25'],
    ['es', 'el sábado', '2026-11-28'],
    ['fr', 'un de ces jours', null],
  ])('%s "%s" is %s', (language, text, date) => {
    expect(dayIn(text, language, '2026-11-23')).toBe(date);
  });
});

describe('a class name', () => {
  const names = ['Yoga', 'Body Pump', 'Body Combat', 'Cycling', 'Pilates', 'CrossFit'];

  it.each([
    ['le yoga de ce soir', ['Yoga']],
    ['bodypump', ['Body Pump']],
    ['body cmbat', ['Body Combat']],
    ['spinning a las 7', ['Cycling']],
    ['cross fit', ['CrossFit']],
    ['pilate', ['Pilates']],
    ['body', ['Body Pump', 'Body Combat']],
    ['rien de tout ça', []],
  ])('"%s" means %j', (text, meant) => {
    expect(namesIn(text, names)).toEqual(meant);
  });

  it('counts places in a list', () => {
    expect(ordinalIn('le deuxième', 3)).toBe(1);
    expect(ordinalIn('the last one', 3)).toBe(2);
    expect(ordinalIn('la tercera', 2)).toBeNull();
  });
});

describe('a language', () => {
  it.each<[string, Language]>([
    ['à quelle heure vous fermez', 'fr'],
    ['what time do you close', 'en'],
    ['a qué hora cierran', 'es'],
    ['quiero reservar yoga', 'es'],
    ['je veux annuler', 'fr'],
    ['can i book', 'en'],
  ])('"%s" is %s', (text, language) => {
    const found = detectLanguage(text);
    expect(found.language).toBe(language);
    expect(found.confidence).toBeGreaterThan(0.99);
  });

  it('does not pretend for a word of all three', () => {
    expect(detectLanguage('ok').confidence).toBeLessThan(0.9);
  });
});
