import type { Language } from './intents.ts';
import { fold } from './normalise.ts';

/** What an answer to a yes-or-no question means; anything doubtful is `unclear` and must never lead to a write. */
export type Answer = 'yes' | 'no' | 'unclear';

type Sign = 'Y' | 'N' | 'H' | 'F';

/** Phrases by what they mean: Y yes, N no, H hesitation, F filler. Longer phrases win over shorter ones. */
const SHARED: Record<Sign, string> = {
  Y: 'ok, okay, okey, oki, yes, yep, yeah, go, si si, oui, ouais, okk',
  N: 'no, non, nope, nah, no no, stop, never',
  H: 'maybe',
  F: 'jarvis, hm, hmm, mmm, mm, ah, oh, eh, euh',
};

const PHRASES: Record<Language, Record<Sign, string>> = {
  fr: {
    Y: 'oe, ouai, ouep, ouaip, oui oui, d accord, dac, dacc, vas y, allez y, allez, allez go, volontiers, avec plaisir, bien sur, bien sur que oui, mais oui, mais oui bien sur, carrement, grave, exactement, exact, tout a fait, absolument, parfait, ca marche, ca roule, ca me va, c est ca, c est exact, confirme, confirmez, je confirme, je veux bien, je le veux, fais le, faites le, fais, banco, bien entendu, certainement, evidemment, affirmatif, yes, ouii, aller, nickel, impec, ouais vas y, ok vas y, c est parti, oui je veux, je veux',
    N: 'nan, nn, non non, non merci, pas du tout, surtout pas, jamais, laisse, laissez, laisse tomber, laissez tomber, tant pis, pas maintenant, plus tard, pas besoin, je veux pas, je ne veux pas, j veux pas, je prefere pas, je ne prefere pas, pas la peine, bien sur que non, mais non, oublie, oublie ca, finalement non, ca ira, pas d accord, pas ok, pas question, hors de question, aucun, ni l un ni l autre, ne fais rien, fais rien, surtout rien, rien, rien du tout, bof non, pas celui la, absolument pas, certainement pas, c est pas ca, ce n est pas ca, n importe quoi',
    H: 'pas de probleme, pas de souci, pas de soucis, mais, peut etre, je sais pas, je ne sais pas, sais pas, jsp, sauf, plutot, si, attends, attendez, pourquoi, pourquoi pas, pas sur, pas sure, pas certain, bof, ca depend, quoi, comment, pas tout de suite, presque, sinon, pas vraiment, un autre, demain peut etre, ou non, ou pas, faut voir, on verra',
    F: 'merci, merci beaucoup, stp, svp, s il te plait, s il vous plait, alors, bah, ben, bon, bien, donc, super, cool, top, genial, c est bon, tres bien, c est gentil, tout de suite, maintenant, moi, ca, le, la, les, l, celui la, celle la, ce, cours, mon, ma, mec, frere, monsieur, chef, du coup, enfin, en fait, je, tu peux, vous pouvez, y, en, finalement, avec, hein, voila, a toi, please',
  },
  en: {
    Y: 'y, ya, yup, yea, yah, yess, sure, sure thing, of course, go ahead, go on, go on then, go for it, please do, do it, do that, do so, correct, thats right, that is right, right, confirm, confirmed, i confirm, absolutely, definitely, certainly, exactly, perfect, sounds good, sounds great, thatd be great, that would be great, id love to, id like that, i do, i want to, aye, affirmative, alright, all right, alright then, fine, yes yes, ok then, you bet, for sure, why yes, indeed, totally, by all means, lets do it, lets go, deal, yessir, oh yes, yes i do, yes i am',
    N: 'nay, no way, no thanks, no thank you, not now, not today, not really, not at all, of course not, absolutely not, definitely not, certainly not, never mind, nevermind, forget it, leave it, dont, do not, please dont, dont do it, dont do that, i dont, i dont want to, i dont want that, id rather not, not yet, nothing, none, neither, negative, no way jose, skip it, hold off, changed my mind, i changed my mind, not that one, no need, nah mate, nope nope, wrong, thats wrong, not right, not correct, no i dont, not ok, not okay, not sure no',
    H: 'no problem, no worries, but, perhaps, not sure, im not sure, dunno, i dont know, idk, wait, hang on, hold on, why, why not, what, instead, rather, except, unless, if, depends, it depends, hmm not sure, possibly, another, other, later, could be, or not, might, i guess, i guess so, i suppose, i suppose so, kind of, sort of, how, which, probably, think, almost',
    F: 'thanks, thank you, thank u, cheers, please, pls, plz, mate, well, so, then, great, cool, nice, good, lovely, awesome, it, that, this, the, class, me, my, man, dude, sir, oh, um, uh, erm, now, just, actually, thats fine, thats good, that one, this one, i, very much, a lot, in, one, there, and, you can, can you, to, for',
  },
  es: {
    Y: 'si, sip, sii, sep, vale, vale si, claro, claro que si, por supuesto, desde luego, de acuerdo, dale, venga, va, venga va, venga si, hazlo, hagalo, adelante, confirma, confirmo, confirmado, perfecto, exacto, exactamente, correcto, eso es, eso, asi es, me parece bien, estoy de acuerdo, con gusto, encantado, encantada, quiero, lo quiero, si quiero, obvio, efectivamente, afirmativo, cierto, sin duda, como no, cuando quieras, oki, si por favor, ya lo creo, bueno vale, hecho, sale, simon, andale, orale',
    N: 'nop, que no, no gracias, claro que no, por supuesto que no, para nada, ni hablar, de ninguna manera, en absoluto, dejalo, dejelo, deja, olvidalo, mejor no, ahora no, todavia no, no quiero, no lo hagas, no hace falta, nada, nada de eso, ninguno, ninguna, jamas, nunca, mas tarde, negativo, tampoco, paso, ni loco, ni de cona, no es eso, no me interesa, que va, no es correcto, no es asi, no esta bien, desde luego que no',
    H: 'sin problema, no pasa nada, pero, quizas, quiza, tal vez, no se, no lo se, no estoy seguro, no estoy segura, depende, espera, espere, por que, por que no, que, como, a lo mejor, salvo, excepto, mas bien, si acaso, otra, otro, puede, puede ser, puede que si, supongo, creo, creo que si, creo que no, bueno, cual, si no, o no, ya veremos, casi, no del todo, no mucho',
    F: 'gracias, muchas gracias, por favor, porfa, porfi, pues, entonces, bien, muy bien, genial, guay, super, lo, la, el, los, las, me, mi, clase, esa, ese, esta, este, tio, tia, hombre, mujer, ya, ahora, ahora mismo, a mi, yo, de, con, eh, a ver, puedes, muy amable, crack',
  },
};

const PATTERN = /[a-z0-9]+/g;

function compile(language: Language, extra: Partial<Record<Sign, string>>): Map<string, Sign> {
  const table = new Map<string, Sign>();
  for (const source of [SHARED, PHRASES[language], extra]) {
    for (const sign of ['F', 'Y', 'N', 'H'] as const) {
      for (const phrase of source[sign]?.split(',') ?? []) if (phrase.trim()) table.set(phrase.trim(), sign);
    }
  }
  if (language === 'fr') table.set('si', 'H');
  return table;
}

function signsOf(words: string[], table: Map<string, Sign>): (Sign | 'X')[] {
  const signs: (Sign | 'X')[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(6, words.length - at);
    let sign: Sign | undefined;
    for (; length > 0 && sign === undefined; length -= 1) {
      sign = table.get(words.slice(at, at + length).join(' '));
    }
    signs.push(sign ?? 'X');
    at += sign === undefined ? 1 : length + 1;
  }
  return signs;
}

const tables = new Map<string, Map<string, Sign>>();

/**
 * Reads an answer to a yes-or-no question. `doing` lists words that repeat the question's action ("reserve, book"),
 * `leaving` those that refuse it; a yes beside any word that is neither known nor repeated is unclear.
 */
export function readAnswer(text: string, language: Language, doing = '', leaving = ''): Answer {
  const key = `${language}|${doing}|${leaving}`;
  const table = tables.get(key) ?? compile(language, { Y: doing, N: leaving });
  tables.set(key, table);
  const folded = fold(text).replace(language === 'en' ? /'/g : /$^/g, '');
  const words = (folded.match(PATTERN) ?? []).map((word) => word.replace(/([a-z])\1{2,}/g, '$1'));
  if (words.length === 0 || words.length > 14) return 'unclear';
  const signs = signsOf(words, table);
  const yes = signs.includes('Y');
  const no = signs.includes('N') || /\b(?:pas|dont|not|no)\b/.test(words.join(' '));
  if (no) return yes && !refuses(words, signs) ? 'unclear' : signs.includes('N') || yes ? 'no' : 'unclear';
  if (!yes || signs.includes('H') || signs.includes('X') || folded.includes('?')) return 'unclear';
  return 'yes';
}

/** A verb of the question with a negation round it ("ne réserve pas", "don't book") refuses; "yes no" does not. */
function refuses(words: string[], signs: (Sign | 'X')[]): boolean {
  const sentence = words.join(' ');
  return (
    !signs.includes('H') &&
    /^(?:non |no |nan )?(?:(?:ne|n) [a-z]+(?: [a-z]+)? pas\b|(?:please )?(?:dont|do not) [a-z]+|no (?:lo |la |me )?[a-z]{5,}|[a-z]{5,}(?: le| la| moi)? pas\b)/.test(
      sentence,
    )
  );
}
