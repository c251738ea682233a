import { describe, expect, it, test } from 'vitest';
import { redactHealth } from '@/supabase/functions/_shared/analysis/redact-health';

const told = [
  'je pèse 84 kg',
  'j’ai mal au dos depuis lundi',
  'je me suis fait une entorse',
  'JE SUIS ENCEINTE',
  'je suis diabétique et asthmatique',
  'je sors d’une opération du genou',
  'je voudrais perdre du poids',
  'j’ai pris 5 kilos cet été',
  'ma blessure me gêne',
  'j’étais malade la semaine dernière',
  'I weigh 90 kg',
  'I’m pregnant',
  'my knee hurts',
  'I have lower back pain',
  'I want to lose weight',
  'I had a heart attack',
  'I was sick last week',
  'peso 80 kilos',
  'estoy embarazada de tres meses',
  'me duele la rodilla',
  'tengo una lesión de hombro',
  'quiero perder peso',
  'estuve con gripe',
  'estoy enfermo',
];
const untouched = [
  'la barre de 20 kg est tordue',
  'il manque des poids libres',
  'la salle est mal tenue',
  'j’ai perdu mon badge',
  'le cours de dos dure combien de temps ?',
  'I’m sick of this',
  'the 20 kg plates are missing',
  'the free weights area is great',
  'I lost my badge',
  'quiero reservar boxeo',
  'faltan pesas de 10 kg',
  'he perdido mi tarjeta',
];

test.each(told)('"%s" does not stay', (text) => {
  const kept = redactHealth(text, 'fr');
  expect(kept).toContain('[santé]');
  expect(kept).not.toMatch(/84|enceinte|diab|entorse|pregnant|embaraz|rodilla|knee|gripe|heart|lesi/i);
});

test.each(untouched)('"%s" stays as it is', (text) => {
  expect(redactHealth(text, 'fr')).toBe(text);
});

describe('the rest of a message', () => {
  it('stays word for word, mark in the language of the conversation', () => {
    expect(redactHealth('Bonjour, je suis enceinte, puis-je faire le Yoga ?', 'fr')).toBe(
      'Bonjour, je suis [santé], puis-je faire le Yoga ?',
    );
    expect(redactHealth('Hi, I’m pregnant: can I do yoga?', 'en')).toBe('Hi, I’m [health]: can I do yoga?');
    expect(redactHealth('Hola, me duele la espalda hoy', 'es')).toBe('Hola, [salud] hoy');
  });

  it('may hold several', () => {
    expect(redactHealth('diabète et asthme', 'fr')).toBe('[santé] et [santé]');
  });

  it('is found in capitals, without accents, and in decomposed letters', () => {
    expect(redactHealth('DIABETIQUE', 'fr')).toBe('[santé]');
    expect(redactHealth('diabétique'.normalize('NFD'), 'fr')).toBe('[santé]');
  });

  it('survives length and other scripts', () => {
    const long = `${'mot '.repeat(2500)}enceinte`;
    expect(redactHealth(long, 'fr').endsWith('[santé]')).toBe(true);
    expect(redactHealth('👩‍🦰 œuf ﬁn İstanbul 你好', 'fr')).toBe('👩‍🦰 œuf ﬁn İstanbul 你好');
  });
});
