const LENGTH = 300;

/** What is never written down, and what stands for it; in this order. */
const rules: [RegExp, string][] = [
  // Objects and the values of database errors: `Key (email)=(…)`.
  [/\{[^]*\}/g, '{…}'],
  [/=\s*\([^)]*\)/g, '=(…)'],
  [/(\bhttps?:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/gi, '$1'],
  [/(^|[\s"'(])(\/[^\s?#"'<>]*)[?#][^\s"'<>]*/g, '$1$2'],
  [/[^\s@<>"'(),;:=]+@[^\s@<>"'(),;:=]+\.\p{L}{2,}/gu, '[e-mail]'],
  [/\b(bearer|basic)\s+\S+/gi, '$1 [token]'],
  [/\b(?:sb|sk|ek|re|pk)_[\w-]{6,}/g, '[token]'],
  [/\beyJ[\w-]+(?:\.[\w-]+)*/g, '[token]'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '[id]'],
  [/\b(?=[\w-]*\d)[\w-]{20,}/g, '[token]'],
  [/\+?\(?\d(?:[\s().-]*\d){7,}/g, '[number]'],
  // Quoted words are values, unless the word before says that they name code.
  [
    /(?<!\b(?:reading|setting|relation|column|function|constraint|table|schema|property|module|package) )(["'`«“])[^"'`»”]*(["'`»”])(?=\W|$)/g,
    '$1…$2',
  ],
  [/(?!Minified React)\p{Lu}[\p{Ll}’-]+(?:\s+\p{Lu}[\p{Ll}’-]+)+/gu, '[name]'],
];

/** A sentence of an error without what people and secrets are in it: addresses, numbers, names, tokens, ids, quoted values. */
export function scrubText(text: string): string {
  const scrubbed = rules.reduce(
    (rest, [found, instead]) => rest.replace(found, instead),
    text.slice(0, 4_000),
  );
  return scrubbed.length > LENGTH ? `${scrubbed.slice(0, LENGTH)}…` : scrubbed;
}

/** A path without the ids and tokens in it, and without its query. */
export function scrubPath(path: string): string {
  return (path.split(/[?#]/)[0] ?? '')
    .split('/')
    .map((part) => (/^(?=.*\d)[\w.%~-]{16,}$|@|%40/i.test(part) ? ':id' : part))
    .join('/');
}
