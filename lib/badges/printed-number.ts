import { badgeReadings } from '../members/badge-forms.ts';

/** The two numbers that badges of 125 kHz have printed: ten digits, and facility with card number (Wiegand 26). */
export type PrintedNumber = {
  number: string;
  wiegand: string;
};

/** What a badge with this read has printed on it, if it is one of four bytes; null for any other. */
export function printedNumber(read: string): PrintedNumber | null {
  const result = badgeReadings(read);
  const hex = result.ok ? result.readings[0]?.hex : undefined;
  if (hex?.length !== 8) return null;
  const value = Number.parseInt(hex, 16);
  const facility = (value >>> 16) & 0xff;
  const card = value & 0xffff;
  return {
    number: String(value).padStart(10, '0'),
    wiegand: `${facility},${String(card).padStart(5, '0')}`,
  };
}
