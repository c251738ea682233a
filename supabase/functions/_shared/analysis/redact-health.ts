import type { Language } from '../language/intents.ts';

const MARK: Record<Language, string> = { fr: '[santé]', en: '[health]', es: '[salud]' };

/** Weight, injury, pregnancy and illness, matched on folded text; a weight on a machine is not a person's. */
const PATTERNS: readonly string[] = [
  // French
  'je (?:pese|fais|faisais|pesais) \\d+(?:[.,]\\d+)? ?(?:kg|kilos?|kgs)',
  "(?:j['’ ]?ai |j |ai )?(?:perdu|pris|perdre|prendre|reprendre|repris|prise de|perte de) (?:\\d+(?:[.,]\\d+)? ?(?:kg|kilos?|kgs)|(?:du |de )?poids)",
  '(?:mon|ma) (?:poids|imc|corpulence|tension(?: arterielle)?|cholesterol|maladie|grossesse|blessure|operation|traitement|handicap)',
  '(?:surpoids|obes\\w+|anorexi\\w+|boulimi\\w+)',
  '(?:enceinte|grossesse|fausse couche|accouch\\w+|post-?partum|menopaus\\w+)',
  '(?:blesse(?:e|s|es)?|blessures?|entorse\\w*|fractures?|fracture(?:e|s)?|tendinite\\w*|dechirure\\w*|claquage\\w*|hernie\\w*|lumbago|sciatique|luxation\\w*|commotion\\w*)',
  "(?:mal|douleurs?) (?:au|a la|aux|a l['’ ]?|dans (?:le|la|les)) (?:dos|genoux?|epaules?|hanches?|chevilles?|poignets?|coudes?|nuque|cou|tete|ventre|mollets?|bras|jambes?|cuisses?|pieds?|coeur|reins)",
  '(?:diabet\\w+|asthm\\w+|cancer\\w*|epilep\\w+|covid\\w*|grippe|migraine\\w*|arthros\\w+|arthrit\\w+|depression|depressi(?:f|ve)|burn-?out|hypertension|cardiaque|infarctus|avc|chimio\\w*|antidepresseur\\w*|insuline|sclerose)',
  '(?:je suis|etre|suis|etais|tombee?|tomber) (?:\\w+ )?malade',
  '(?:opere(?:e)?|operation|chirurgie) (?:du|de la|des|de l|au|a la) \\w+',
  // English
  "(?:i weigh|i['’]?m|weighing) \\d+(?:[.,]\\d+)? ?(?:kg|kilos?|lbs?|pounds|stone)",
  '(?:lost|gained|lose|losing|gain|gaining) (?:\\d+(?:[.,]\\d+)? ?(?:kg|kilos?|lbs?|pounds|stone)|(?:some |my )?weight)',
  'my (?:weight|bmi|blood pressure|cholesterol|illness|disease|pregnancy|injury|surgery|medication|disability)',
  '(?:overweight|obese|obesity|bulimi\\w+)',
  '(?:pregnan\\w+|miscarriage|postpartum|menopaus\\w+)',
  '(?:injur(?:y|ies|ed)|sprain\\w*|fractur\\w+|tendonitis|tendinitis|torn (?:muscle|ligament|acl|meniscus)|herniated|concussion)',
  '(?:bad|sore|hurt|injured|broken) (?:back|knees?|shoulders?|hips?|ankles?|wrists?|elbows?|neck|leg|arm|foot)',
  'my (?:back|knees?|shoulders?|hips?|ankles?|wrists?|elbows?|neck|heart|head|leg|arm|foot) (?:hurts?|is hurting|is sore|aches?|pain)',
  '(?:back|knee|shoulder|hip|neck|chest|joint) pain',
  '(?:diabet\\w+|asthma\\w*|cancer|epilep\\w+|flu|migraines?|arthritis|depress(?:ion|ed)|heart (?:attack|condition|disease)|high blood pressure|chemo\\w*|antidepressants?|insulin)',
  "(?:i['’]?m|i am|been|was|feel|feeling) (?:\\w+ )?(?:sick|ill)(?! of)",
  // Spanish
  'peso \\d+(?:[.,]\\d+)? ?(?:kg|kilos?)',
  '(?:perder|perdido|bajar de|bajado|ganar|ganado|subir de|engordado|coger) (?:\\d+(?:[.,]\\d+)? ?(?:kg|kilos?)|peso)',
  'mi (?:peso|imc|tension|colesterol|enfermedad|embarazo|lesion|operacion|medicacion|discapacidad)',
  '(?:sobrepeso|obes\\w+)',
  '(?:embaraz\\w+|aborto|parto|posparto)',
  '(?:lesion\\w*|esguince\\w*|fractura\\w*|tendinitis|rotura fibrilar|hernia\\w*|ciatica|contractura\\w*)',
  '(?:me duele\\w*|dolor(?:es)? (?:de|en)) (?:(?:la|el|los|las|mi|mis) )?(?:espalda|rodillas?|hombros?|caderas?|tobillos?|munecas?|codos?|cuello|cabeza|pecho|barriga|piernas?|brazos?|pies?)',
  '(?:asma\\w*|gripe|migrana\\w*|artrosis|artritis|depresion|deprimid\\w+|hipertension|infarto|ictus|quimio\\w*|antidepresivos?|insulina)',
  '(?:estoy|estaba|he estado|ponerme|puse) (?:\\w+ )?(?:enferm[oa]|mal[oa])',
];

const HEALTH = new RegExp(`(?<![\\p{L}\\p{N}])(?:${PATTERNS.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** Lower case without accents, one letter for one, so that places in it are places in the text. */
function foldInPlace(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const folded = text.charAt(at).normalize('NFD').charAt(0).toLowerCase();
    return folded.length === 1 ? folded : text.charAt(at);
  }).join('');
}

function replaceHealth(text: string, by: string): string {
  const composed = text.normalize('NFC');
  let redacted = '';
  let end = 0;
  for (const match of foldInPlace(composed).matchAll(HEALTH)) {
    redacted += composed.slice(end, match.index) + by;
    end = match.index + match[0].length;
  }
  return redacted + composed.slice(end);
}

/**
 * Replaces what tells of a person's weight, injury, pregnancy or illness by "[santé]", "[health]" or "[salud]" (rule
 * P4). All three languages are looked for, whatever the language of the conversation.
 */
export function redactHealth(text: string, language: Language): string {
  return replaceHealth(text, MARK[language]);
}

/** A text without a trace of what tells of a person's health, marks of `redactHealth` included. */
export function withoutHealth(text: string): string {
  const bare = Object.values(MARK).reduce(
    (rest, mark) => rest.replaceAll(mark, ' '),
    replaceHealth(text, ' '),
  );
  return bare.replace(/\s+/g, ' ').trim();
}
