import type { Locale } from '../machine/types';

const farewells: Record<Locale, RegExp> = {
  fr: /(?<!\p{L})(au revoir|[aà] bient[oô]t|[aà] plus( tard)?|[aà] demain|bonne (soir[ée]e|journ[ée]e)|ciao|c['’ ]?est tout( merci)?)(?![\p{L}])/iu,
  en: /\b(good ?bye|bye|see you( later| soon)?|that['’]?s (all|it)( thanks| thank you)?|have a (good|nice) (day|evening|one))\b/i,
  es: /(?<!\p{L})(adi[oó]s|hasta (luego|pronto|ma[nñ]ana)|chao|eso es todo|buen d[ií]a)(?![\p{L}])/iu,
};
/** A longer sentence with such a word in it asks for something. */
const mostWords = 8;

/** Whether somebody takes their leave. */
export const isGoodbye = (text: string, language: Locale): boolean =>
  text.split(/\s+/).length <= mostWords && !text.includes('?') && farewells[language].test(text);
