import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asksToRemember } from '@/lib/voice/brain/memory';
import { createGym, createTalk } from '../support/brain';

const asked = async (text: string, language: 'fr' | 'en' | 'es' = 'fr') => {
  const talk = createTalk({ language });
  const answer = await talk.says(text);
  return { ...answer, call: talk.calls[0] };
};

describe('a question about earlier talks', () => {
  it.each([
    ['fr', 'tu te souviens des douches ?', 'douches'],
    ['fr', 'Vous vous souvenez de ce que j’ai dit sur les vestiaires ?', 'vestiaires'],
    ['en', 'do you remember what I said about the showers?', 'i said showers'],
    ['es', '¿te acuerdas de las duchas?', 'duchas'],
  ] as const)('%s: "%s" passes on what it is about', async (language, text, about) => {
    const answer = await asked(text, language);
    expect(answer.intent).toBe('recall');
    expect(answer.call?.name).toBe('recall_past_conversations');
    expect(about).toContain(String(answer.call?.args.about).split(' ').at(-1));
  });

  it.each([
    ['fr', 'de quoi on a parlé la dernière fois ?', 'Le 12 novembre, nous avons parlé des cours.'],
    ['en', 'what did we talk about last time?', 'On 12 November we talked about classes.'],
    ['es', '¿de qué hablamos la última vez?', 'El 12 de noviembre hablamos de las clases.'],
  ] as const)(
    '%s: without a subject all are asked for, and payments are never told',
    async (language, text, told) => {
      const answer = await asked(text, language);
      expect(answer.call?.args).toEqual({});
      expect(answer.text).toBe(told);
    },
  );

  it('tells subjects as the language says them', async () => {
    expect((await asked('tu te souviens des douches ?')).text).toBe(
      'Le 12 novembre, nous avons parlé des douches et du bruit.',
    );
  });

  it.each([
    ['no_memory', 'tu ne me l’as pas permis'],
    ['no_member', 'badge'],
    ['internal', ''],
  ])('says so when the answer is %s', async (code, words) => {
    const talk = createTalk({}, createGym({ failing: 'recall_past_conversations', code }));
    expect((await talk.says('de quoi avons-nous parlé ? enfin, tu te souviens ?')).text).toContain(words);
  });

  it('leaves a wish to be forgotten alone', async () => {
    const answer = await asked('efface nos conversations et oublie-moi');
    expect(answer.intent).toBe('forget_me');
  });

  it.each(['sentences-blind.csv', 'sentences-third.csv'])('takes no other request of %s for one', (file) => {
    const lines = readFileSync(`tests/eval/${file}`, 'utf8').split('\n').slice(1);
    expect(lines.filter((line) => asksToRemember(line))).toEqual([]);
  });
});
