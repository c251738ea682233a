import { describe, expect, it } from 'vitest';
import { builtin } from '@/supabase/functions/_shared/analysis/builtin';
import { DIMENSIONS, embed } from '@/supabase/functions/_shared/analysis/embed';
import { LONGEST_SUMMARY } from '@/supabase/functions/_shared/analysis/summarise';
import { TOPICS } from '@/supabase/functions/_shared/analysis/topic-codes';
import type { TranscriptEvent } from '@/supabase/functions/_shared/analysis/types';
import { isIntent, type Language } from '@/supabase/functions/_shared/language/intents';

const say = (text: string): TranscriptEvent => ({ source: 'member', kind: 'said', text, payload: {} });
const answer = (text: string): TranscriptEvent => ({ ...say(text), source: 'assistant' });
const did = (tool: string, status: string): TranscriptEvent => ({
  source: 'system',
  kind: 'tool',
  text: null,
  payload: { tool, ok: true, status },
});

const analyse = (events: TranscriptEvent[], language: Language = 'fr', gymLocale: Language = 'fr') =>
  builtin.analyse({ language, gymLocale, memberPresent: true, events });

const booking = [
  say('il reste de la place au yoga de ce soir ?'),
  answer('Oui.'),
  say('oui'),
  did('book_class', 'booked'),
];
const showers = [
  say('franchement les douches du bas sont froides depuis lundi, c’est inadmissible'),
  say('oui'),
  did('report_issue', 'reported'),
];

describe('a summary', () => {
  it('tells what was done, and quotes what was said', async () => {
    const { summary_text } = await analyse(booking);
    expect(summary_text).toContain('réservé un cours');
    expect(summary_text).toContain('« il reste de la place au yoga de ce soir ? »');
  });

  it('tells the mood and what it was about, in the gym’s language', async () => {
    const texts = await Promise.all(
      (['fr', 'en', 'es'] as const).map((locale) => analyse(showers, 'fr', locale)),
    );
    expect(texts.map(({ summary_text }) => summary_text)).toEqual([
      expect.stringMatching(
        /^Vif mécontentement sur les douches. A signalé un problème à l’équipe. « franchement/,
      ),
      expect.stringMatching(/^Very unhappy with the showers. Reported a problem to the team. “franchement/),
      expect.stringMatching(
        /^Gran descontento sobre las duchas. Ha avisado al equipo de un problema. «franchement/,
      ),
    ]);
    expect(texts.map(({ language }) => language)).toEqual(['fr', 'en', 'es']);
  });

  it('takes courtesy for courtesy', async () => {
    const { summary_text } = await analyse(
      [say('what time do you close?'), say('great, thanks')],
      'en',
      'en',
    );
    expect(summary_text).toBe('Asked about opening hours. “what time do you close?”');
  });

  it('says so when there was nothing', async () => {
    expect((await analyse([answer('Bonjour.')])).summary_text).toBe(
      'La conversation s’est terminée sans un mot.',
    );
    expect((await analyse([say('oui')])).summary_text).toBe('Échange bref, sans demande.');
  });

  it('never quotes what JARVIS said', async () => {
    const { summary_text } = await analyse([
      answer('Voulez-vous que je le signale à toute l’équipe ?'),
      say('non'),
    ]);
    expect(summary_text).not.toContain('signale');
  });

  it('stays within its length, whatever is said', async () => {
    const long = `${'c’est vraiment inadmissible et '.repeat(400)} voilà`;
    for (const text of [
      long,
      'mot '.repeat(3000),
      'x'.repeat(10_000),
      '😡'.repeat(500),
      '<b>gras</b> '.repeat(60),
    ]) {
      const { summary_text } = await analyse([
        say(text),
        did('report_issue', 'reported'),
        did('call_staff', 'called'),
      ]);
      expect(summary_text.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
      expect(summary_text.trim().length).toBeGreaterThan(0);
    }
  });
});

describe('an analysis', () => {
  it('holds codes of closed lists, and names its provider', async () => {
    const result = await analyse(showers);
    expect(result).toMatchObject({
      provider: 'builtin',
      model: 'builtin-1',
      embedding_model: 'builtin-1',
      needs_review: false,
    });
    expect(result.key_topics).toEqual(['showers']);
    expect(result.intents_detected).toContain('report_issue');
    expect(result.intents_detected.every(isIntent)).toBe(true);
    expect(result.action_items.map(({ code }) => code)).toEqual([
      'answer_feedback',
      'fix_equipment',
      'greet_in_person',
    ]);
    expect(result.emotion_detected).toBe('anger');
  });

  it('hears each message in its own language, whatever the kiosk was set to', async () => {
    const angry = 'This is unacceptable, the showers have been cold for a week';
    const result = await analyse([say('bonjour'), say(angry), say('oui')], 'fr');
    expect(result.sentiment_score).toBeLessThanOrEqual(-0.5);
    expect(result.key_topics).toEqual(['showers']);
    expect((await analyse([say('vengo con mi hermana a la clase')], 'es')).sentiment_score).toBe(0);
  });

  it('tells topics in three languages', async () => {
    const topics = async (text: string, language: Language) =>
      (await analyse([say(text)], language)).key_topics;
    expect(await topics('le tapis 3 est cassé et les vestiaires sont sales', 'fr')).toEqual(
      expect.arrayContaining(['equipment', 'changing_rooms', 'cleanliness']),
    );
    expect(await topics('how much is the membership, it is expensive', 'en')).toEqual(
      expect.arrayContaining(['price', 'membership']),
    );
    expect(await topics('hay mucha gente y la ducha está fría', 'es')).toEqual(
      expect.arrayContaining(['crowd', 'showers']),
    );
    expect(
      (await topics('cours resa horaires tapis douche vestiaire propre clim bruit coach prix', 'fr')).length,
    ).toBe(5);
    for (const topic of await topics('cours resa horaires tapis douche', 'fr'))
      expect(TOPICS).toContain(topic);
  });
});

describe('an embedding', () => {
  const cosine = (a: number[] | null, b: number[] | null) =>
    (a ?? []).reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);

  it('has 1536 dimensions and length 1, and is the same each time', () => {
    const vector = embed('Les douches sont froides');
    expect(vector).toHaveLength(DIMENSIONS);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4);
    expect(embed('Les douches sont froides')).toEqual(vector);
  });

  it('puts alike texts closer than others', () => {
    const cold = embed('les douches sont froides');
    expect(cosine(cold, embed('la douche est froide'))).toBeGreaterThan(
      cosine(cold, embed('réserver le yoga de mardi')) + 0.2,
    );
  });

  it('is none for a text without a word', () => {
    for (const text of ['', '   ', '!!!', '😀']) expect(embed(text)).toBeNull();
  });
});
