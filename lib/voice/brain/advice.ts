import { classifierOf } from '../../../supabase/functions/_shared/language/classify.ts';
import { fold } from '../../../supabase/functions/_shared/language/normalise.ts';
import { offerStaff } from './staff.ts';
import type { Tip } from './texts/types.ts';
import type { Draft, Turn } from './turn.ts';

const PAIN =
  /\bmal (?:au|aux|a la|a l|dans|de)\b|douleur|bless|entorse|tendinit|hernie|sciatique|lumbago|enceinte|grossesse|accouch|operation|opere|cardiaque|vertige|malaise|fait mal|\bpain|hurts?\b|\bsore (?:knee|back|shoulder)|injur|sprain|torn|hernia|sciatica|pregnan|surgery|heart condition|dizzy|aching|duele|dolor|lesion|esguince|hernia|ciatica|embaraz|operacion|cirugia|marea|corazon/;

const TIPS: [Tip, RegExp][] = [
  [
    'core',
    /ventre|bide|abdo|tablette|gainage|belly|stomach|tummy|\babs\b|six pack|core|barriga|tripa|abdom|vientre|panza/,
  ],
  [
    'food',
    /mang|prote|regime|nutrition|boire|whey|creatin|repas|eat|food|diet|drink|meal|supplement|comer|comida|\bcomo (?:antes|despues)|dieta|cena|desayun|batido|beber|suplement/,
  ],
  [
    'weight',
    /maigri|perdre|poids|mincir|seche|gras|lose|fat|weight loss|slim|lean|adelgaz|perder|bajar|grasa|definir|kilos/,
  ],
  ['warm_up', /echauff|etire|warm|stretch|calent|estir/],
  [
    'legs',
    /jambe|cuisse|fess|squat|mollet|legs?\b|glute|bum|thigh|calf|calves|pierna|glute|muslo|sentadilla|gemelo/,
  ],
  [
    'muscle',
    /muscl|masse|bras|pec|biceps|dos|epaule|serie|repet|charge|strong|bulk|chest|arms|bench|sets|reps|mass|fuerte|brazo|pecho|repetic|volumen|hombro|espalda/,
  ],
  [
    'start',
    /debut|commenc|repren|programme|routine|beginner|start|plan|program|empez|principiant|rutina|vuelvo/,
  ],
];

/** Whether a text speaks of pain, an injury or a condition that a machine must not judge. */
export function speaksOfPain(text: string): boolean {
  return PAIN.test(fold(text).replace(/'/g, ' '));
}

/** Whether a text tells of an emergency. */
export function isEmergency({ text, language }: Turn): boolean {
  return classifierOf(language).read(text).concepts.has('emergency');
}

/** A short and safe general tip and the offer of a coach; pain is left to people. */
export function giveAdvice(turn: Turn): Draft {
  const { say } = turn;
  if (speaksOfPain(turn.text)) return offerStaff(turn, say.pain, 'medical');
  const folded = fold(turn.text);
  const tip = TIPS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'general';
  return offerStaff(turn, `${say.tips[tip]} ${say.tipCoach} ${say.confirmStaff}`, 'asked');
}
