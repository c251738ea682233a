import { fold } from '../../../supabase/functions/_shared/language/normalise.ts';
import { enumerate, LOCALES } from './format.ts';
import { memoryTexts } from './texts/memory.ts';
import { type Draft, failure, runTool, type Turn } from './turn.ts';

/** Talks that one answer tells of, the first being the nearest to what was asked. */
const MOST_TALKS = 2;
const LONGEST = 200;

/** Words that ask what was said before, in any of the three languages. */
const ASKS =
  /\b(?:(?:tu )?te (?:souviens|rappelles)|vous (?:vous )?(?:souvenez|rappelez)|de quoi (?:on|nous) (?:a|avons|avait|avions) (?:deja )?(?:parle|discute)|(?:on|nous) (?:a|avons|avait|avions) (?:deja )?(?:parle|discute) de quoi|qu (?:est ce qu )?on (?:a|avait|s est) dit la derniere fois|nos (?:dernieres |anciennes |precedentes )?(?:conversations|discussions)|(?:notre|la) (?:derniere|precedente) (?:conversation|discussion)|do you (?:still )?remember|what did we (?:talk|speak|chat) about|what (?:we|have we) (?:talked|spoke|spoken) about|last time we (?:talked|spoke|chatted)|our (?:last|previous|earlier|past) (?:talks?|conversations?|chats?)|te acuerdas|se acuerda(?: usted)?|recuerdas|de que (?:hablamos|habiamos hablado)|la ultima vez que hablamos|nuestras? (?:ultimas? |anterior(?:es)? |pasadas? )?conversacion(?:es)?)\b/;

/** What is left beside the question and says nothing of a subject. */
const EMPTY =
  /\b(?:la derniere fois|l autre (?:jour|fois)|last time|the other day|la ultima vez|el otro dia|ensemble|together|juntos|jarvis|hier|yesterday|ayer|de moi|me acuerdas|of me|de mi|qu on a dit|on a dit|j ai dit|je t ai dit|je vous ai dit|i said|te dije|le dije|dont on a parle|on a parle|we talked about|what|ce que|ce|que|sur|about|sobre|lo|de|du|des|les|la|le|l|the|los|las|el)\b/g;

const words = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Whether a message asks about earlier talks. */
export function asksToRemember(text: string): boolean {
  return ASKS.test(words(text));
}

/** What of the earlier talks a message asks about; undefined when it asks about them all. */
function subjectOf(text: string): string | undefined {
  const rest = words(text).replace(ASKS, ' ').replace(EMPTY, ' ').replace(/\s+/g, ' ').trim();
  return /[a-z]{3}/.test(rest) ? rest.slice(0, LONGEST) : undefined;
}

/** Tells when and what earlier talks were about, those first that are nearest to the question; never what was said. */
export async function tellMemory(turn: Turn): Promise<Draft> {
  const { language, setting, say } = turn;
  const texts = memoryTexts(language, setting.address);
  const about = subjectOf(turn.text);
  const outcome = await runTool(turn, 'recall_past_conversations', about ? { about } : {});
  if (!outcome.ok) {
    return outcome.code === 'no_memory'
      ? { text: texts.notAllowed, chips: [say.chips.courses, say.chips.bye] }
      : failure(turn, outcome);
  }
  const day = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const told = outcome.result.conversations
    .map(({ date, topics }) => ({ date, subjects: topics.flatMap((topic) => texts.subjects[topic] ?? []) }))
    .filter(({ subjects }) => subjects.length > 0)
    .slice(0, MOST_TALKS)
    .map(({ date, subjects }) =>
      texts.talk(day.format(new Date(`${date}T12:00:00Z`)), enumerate(subjects, language)),
    );
  return { text: told.join(' ') || texts.nothing, chips: [say.chips.courses, say.chips.bye] };
}
