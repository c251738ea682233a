/** What software writes where there is nothing. */
const nothing = /^(-+|\.|n\/?a|#n\/a|null|none|nil|néant|neant|nc|undefined|sin datos|keine|ingen)$/i;

/**
 * A cell as people would read it: without padding, double blanks and what cannot be stored; placeholders are empty.
 * The apostrophe that our own exports put before a formula is taken off.
 */
export function cleanCell(raw: string): string {
  const text = raw
    .replaceAll('\0', '')
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u200b\u2028\u2029\ufeff]+/g, ' ')
    .trim();
  if (nothing.test(text)) return '';
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
