const NARROW = '\u202f';
const FIXED = '\u00a0';

/** French spacing of a finished sentence: U+202F before `; ! ? %` and a currency sign, U+00A0 before `:` and inside guillemets. */
export function frenchSpacing(text: string): string {
  return text
    .replaceAll(/[ \u00a0\u202f]*([;!?%€])(?=\s|$|[.,»)])/g, `${NARROW}$1`)
    .replaceAll(/[ \u00a0\u202f]+:(?=\s|$)/g, `${FIXED}:`)
    .replaceAll(/«[ \u00a0\u202f]*/g, `«${FIXED}`)
    .replaceAll(/[ \u00a0\u202f]*»/g, `${FIXED}»`);
}

/** A sentence in the reader's typography; only French has rules of its own. */
export function typeset(text: string, locale: string): string {
  return locale === 'fr' ? frenchSpacing(text) : text;
}
