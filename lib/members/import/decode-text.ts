import { ImportFileError } from './import-file-error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Latin text in UTF-16 without a mark has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [place, byte] of sample.entries()) if (byte === 0) zeros[place % 2]! += 1;
  const most = sample.length / 2;
  if (zeros[1]! > most * 0.6 && zeros[0]! < most * 0.1) return 'utf-16le';
  return zeros[0]! > most * 0.6 && zeros[1]! < most * 0.1 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const marked = marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte));
  return marked?.[0] ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** No text holds these, whatever its encoding. */
const binary = /[^\P{Cc}\t\n\v\f\r]/gu;

/** The text of a file: UTF-8 and UTF-16 by mark or by look, else what Excel writes in western Europe. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const odd = text.slice(0, 20_000).match(binary)?.length ?? 0;
  if (
    odd > Math.max(2, text.length / 200) ||
    /^\s*(%PDF|<(!doctype|html|table|\?xml))/i.test(text.slice(0, 200))
  )
    throw new ImportFileError('file_not_a_table');
  return { text, encoding };
}
