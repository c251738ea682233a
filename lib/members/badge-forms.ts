/** How a reader may write the number of a badge; `bits_…` only count where a reader was found to write so. */
export const badgeFormNames = [
  'decimal',
  'decimal_reversed',
  'decimal_cut',
  'card',
  'wiegand',
  'wiegand_card',
  'hex',
  'hex_reversed',
  'version',
  'version_reversed',
  'bits_reversed',
  'bits_inverted',
  'bits_hex_reversed',
  'bits_hex_inverted',
] as const;
export type BadgeForm = (typeof badgeFormNames)[number];

/** One way to understand a read: the form, and the badge's number by it in canonical hex. */
export interface BadgeReading {
  form: BadgeForm;
  hex: string;
}

/** Every way to understand a read, likeliest first, at most 12; or why it cannot identify anybody. */
export type BadgeReadings =
  | { ok: true; readings: BadgeReading[] }
  | { ok: false; reason: 'random_uid' | 'unreadable' };

/** The badge's possible canonical forms, likeliest first, at most 6; or why it cannot identify anybody. */
export type BadgeForms =
  | { ok: true; canonical: string[] }
  | { ok: false; reason: 'random_uid' | 'unreadable' };

const MOST = 6;
/** Decimal numbers of up to 10 bytes, and hex of as many. */
const LONGEST_DECIMAL = 24;
const LONGEST_HEX = 20;

const pad = (hex: string, bytes: number) => hex.padStart(bytes * 2, '0');
const swap = (hex: string) => (hex.match(/../g) ?? []).reverse().join('');
const named = (form: BadgeForm, hex: string): BadgeReading => ({ form, hex });

/** Wiegand 26 keeps 8 bits of facility and 16 of the card; readers that drop the facility leave the card alone. */
function wiegand(facility: number, card: number): BadgeReading[] {
  if (facility > 0xff || card > 0xffff) return [];
  return [
    named('wiegand', pad(((facility << 16) | card).toString(16), 4)),
    named('wiegand_card', pad(card.toString(16), 4)),
  ];
}

const isOdd = (bits: string) => bits.replaceAll('0', '').length % 2 === 1;

/** The 26 bits of a Wiegand line as a reader may type them: even parity over the first half, odd over the second. */
function fromFrame(bits: string): BadgeReading[] {
  if (isOdd(bits.slice(0, 13)) || !isOdd(bits.slice(13))) return [];
  return wiegand(Number.parseInt(bits.slice(1, 9), 2), Number.parseInt(bits.slice(9, 25), 2));
}

/** A reader that cuts a 4-byte number to 24 bits leaves this of it. */
const cutToWiegand = (hex: string) => (hex.length === 8 ? [named('decimal_cut', pad(hex.slice(2), 4))] : []);

function fromDecimal(digits: string): BadgeReading[] {
  const hex = BigInt(digits).toString(16);
  if (digits.length <= 5) return [named('card', pad(hex, 4))];
  const whole = pad(hex, Math.max(4, Math.ceil(hex.length / 2)));
  const parts = digits.length === 8 ? wiegand(Number(digits.slice(0, 3)), Number(digits.slice(3))) : [];
  return [named('decimal', whole), named('decimal_reversed', swap(whole)), ...parts, ...cutToWiegand(whole)];
}

function fromHex(text: string): BadgeReading[] {
  const bytes = Math.ceil(text.length / 2);
  const hex = pad(text, Math.max(3, bytes));
  // Five bytes are a version byte and the number of the badge.
  if (bytes === 5) {
    const number = hex.slice(2);
    return [named('version', number), named('version_reversed', swap(number)), named('hex', hex)];
  }
  return [named('hex', pad(hex, 4)), named('hex_reversed', pad(swap(hex), 4))];
}

const bitsOf = (hex: string) =>
  [...hex].map((one) => Number.parseInt(one, 16).toString(2).padStart(4, '0')).join('');
const hexOf = (bits: string) =>
  (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');

/** A few readers send the bits from the other end, or each the other way round. */
function turned(readings: BadgeReading[]): BadgeReading[] {
  return readings.flatMap(({ form, hex }) => {
    if (hex.length !== 8 || (form !== 'decimal' && form !== 'hex')) return [];
    const bits = bitsOf(hex);
    const reversed = hexOf([...bits].reverse().join(''));
    const inverted = hexOf([...bits].map((bit) => (bit === '0' ? '1' : '0')).join(''));
    return form === 'decimal'
      ? [named('bits_reversed', reversed), named('bits_inverted', inverted)]
      : [named('bits_hex_reversed', reversed), named('bits_hex_inverted', inverted)];
  });
}

/** Four-byte UIDs that begin with 08 are drawn anew at each read (phones, some bank cards). */
const isRandom = (hex: string) => hex.length === 8 && hex.startsWith('08');
const isBlank = (hex: string) => /^(0+|f+)$/.test(hex);

function understand(text: string): { sure: string | undefined; all: BadgeReading[] } {
  const parts = /^(\d{1,3})[,/](\d{1,5})$/.exec(text);
  if (parts) return { sure: undefined, all: wiegand(Number(parts[1]), Number(parts[2])) };
  if (/^[01]{26}$/.test(text)) return { sure: undefined, all: fromFrame(text) };
  const bare = text.replace(/[\s:.-]/g, '').replace(/^0x(?=[0-9a-f]+$)/, '');
  if (/^\d+$/.test(bare) && bare.length <= LONGEST_DECIMAL) {
    const decimal = fromDecimal(bare);
    // Eight, ten or fourteen digits may just as well be hex that happens to have no letter.
    const hex = [8, 10, 14].includes(bare.length) ? fromHex(bare) : [];
    return { sure: bare.length === 8 ? undefined : decimal[0]?.hex, all: [...decimal, ...hex] };
  }
  if (/^[0-9a-f]+$/.test(bare) && bare.length >= 4 && bare.length <= LONGEST_HEX) {
    const hex = fromHex(bare);
    return { sure: bare.length === 8 ? hex[0]?.hex : undefined, all: hex };
  }
  return { sure: undefined, all: [] };
}

/**
 * Reads what a badge reader typed in every way that readers write (rule M2): decimal and hex, both byte orders,
 * Wiegand 26 with and without facility, eight hex digits, a version byte in front, 4 to 10 bytes, turned bits.
 * Canonical is the UID in lower-case hex, most significant byte first, at least 8 digits.
 */
export function badgeReadings(read: string): BadgeReadings {
  const { sure, all } = understand(read.normalize('NFKC').trim().toLowerCase());
  if (sure && isRandom(sure)) return { ok: false, reason: 'random_uid' };
  const known = all.filter(({ hex }) => !isRandom(hex) && !isBlank(hex));
  if (known.length === 0) return { ok: false, reason: 'unreadable' };
  const bits = turned(known).filter(({ hex }) => !isRandom(hex) && !isBlank(hex));
  return { ok: true, readings: [...known, ...bits] };
}

/** The canonical forms of a read whose reader nobody knows; turned bits are not among them. */
export function badgeForms(read: string): BadgeForms {
  const result = badgeReadings(read);
  if (!result.ok) return result;
  const plain = result.readings.filter(({ form }) => !form.startsWith('bits_'));
  return { ok: true, canonical: [...new Set(plain.map(({ hex }) => hex))].slice(0, MOST) };
}

/**
 * How a reader writes, found from one badge whose printed number is known; null when the read is not that badge.
 * @param read what the reader typed
 * @param printed the number on the badge
 */
export function learnForm(read: string, printed: string): BadgeForm | null {
  const typed = badgeReadings(read);
  const truth = badgeForms(printed);
  if (!typed.ok || !truth.ok) return null;
  for (const hex of truth.canonical) {
    const hit = typed.readings.find((reading) => reading.hex === hex);
    if (hit) return hit.form;
  }
  return null;
}
