import { describe, expect, it } from 'vitest';
import { printedNumber } from '@/lib/badges/printed-number';

describe('printedNumber', () => {
  it.each([
    ['0013961168', '0013961168', '213,02000'],
    ['00D507D0', '0013961168', '213,02000'],
    ['0025489530', '0025489530', '132,61562'],
    ['3829058002', '3829058002', '058,51666'],
  ])('of %s is %s and %s', (read, number, wiegand) =>
    expect(printedNumber(read)).toEqual({ number, wiegand: wiegand.replace(/^0/, '') }),
  );

  it.each(['04A1B2C3D4E5F6', '08A1B2C3', 'bonjour'])('is none of %s', (read) =>
    expect(printedNumber(read)).toBeNull(),
  );
});
