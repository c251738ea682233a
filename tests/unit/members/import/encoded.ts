const above: Record<string, number> = { '’': 0x92, '€': 0x80, œ: 0x9c };

/** A text as bytes of a file: UTF-8, with its mark, in Windows-1252, or in UTF-16 with its mark. */
export function encoded(text: string, how?: 'windows-1252' | 'utf-16le' | 'bom'): Uint8Array<ArrayBuffer> {
  if (how === 'windows-1252') return Uint8Array.from(text, (letter) => above[letter] ?? letter.charCodeAt(0));
  if (how === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return new Uint8Array(Buffer.from(how === 'bom' ? `\ufeff${text}` : text));
}
