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
const bothOrders = (hex: string) => [hex, swap(hex)];

/** Wiegand 26 keeps 8 bits of facility and 16 of the card; readers that drop the facility leave the card alone. */
function wiegand(facility: number, card: number): string[] {
  if (facility > 0xff || card > 0xffff) return [];
  return [pad(((facility << 16) | card).toString(16), 4), pad(card.toString(16), 4)];
}

/** A reader that cuts a 4-byte number to 24 bits leaves this of it. */
const cutToWiegand = (hex: string) => (hex.length === 8 ? [pad(hex.slice(2), 4)] : []);

function fromDecimal(digits: string): string[] {
  const hex = BigInt(digits).toString(16);
  if (digits.length <= 5) return [pad(hex, 4)];
  const whole = pad(hex, Math.max(4, Math.ceil(hex.length / 2)));
  const parts = digits.length === 8 ? wiegand(Number(digits.slice(0, 3)), Number(digits.slice(3))) : [];
  return [...bothOrders(whole), ...parts, ...cutToWiegand(whole)];
}

function fromHex(text: string): string[] {
  const bytes = Math.ceil(text.length / 2);
  if (bytes <= 3) return bothOrders(pad(text, 3)).map((hex) => pad(hex, 4));
  const hex = pad(text, bytes);
  // Five bytes are a version byte and the number of the badge.
  return bytes === 5 ? [...bothOrders(hex.slice(2)), hex] : bothOrders(hex);
}

/** Four-byte UIDs that begin with 08 are drawn anew at each read (phones, some bank cards). */
const isRandom = (hex: string) => hex.length === 8 && hex.startsWith('08');
const isBlank = (hex: string) => /^(0+|f+)$/.test(hex);

function readings(text: string): { sure: string | undefined; all: string[] } {
  const parts = /^(\d{1,3})[,/](\d{1,5})$/.exec(text);
  if (parts) return { sure: undefined, all: wiegand(Number(parts[1]), Number(parts[2])) };
  const bare = text.replace(/[\s:.-]/g, '').replace(/^0x(?=[0-9a-f]+$)/, '');
  if (/^\d+$/.test(bare) && bare.length <= LONGEST_DECIMAL) {
    const decimal = fromDecimal(bare);
    // Eight, ten or fourteen digits may just as well be hex that happens to have no letter.
    const hex = [8, 10, 14].includes(bare.length) ? fromHex(bare) : [];
    return { sure: bare.length === 8 ? undefined : decimal[0], all: [...decimal, ...hex] };
  }
  if (/^[0-9a-f]+$/.test(bare) && bare.length >= 4 && bare.length <= LONGEST_HEX) {
    const hex = fromHex(bare);
    return { sure: bare.length === 8 ? hex[0] : undefined, all: hex };
  }
  return { sure: undefined, all: [] };
}

/**
 * Reads what a badge reader typed in every way that readers write (rule M2): decimal and hex, both byte orders,
 * Wiegand 26 with and without facility, eight hex digits, a version byte in front, 4 to 10 bytes.
 * A canonical form is the UID in lower-case hex, most significant byte first, at least 8 digits.
 */
export function badgeForms(read: string): BadgeForms {
  const { sure, all } = readings(read.normalize('NFKC').trim().toLowerCase());
  if (sure && isRandom(sure)) return { ok: false, reason: 'random_uid' };
  const canonical = [...new Set(all)].filter((hex) => !isRandom(hex) && !isBlank(hex)).slice(0, MOST);
  return canonical.length > 0 ? { ok: true, canonical } : { ok: false, reason: 'unreadable' };
}
