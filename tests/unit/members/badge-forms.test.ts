import { describe, expect, it } from 'vitest';
import { badgeForms, badgeReadings, learnForm } from '@/lib/members/badge-forms';

const forms = (read: string) => {
  const result = badgeForms(read);
  return result.ok ? result.canonical : result.reason;
};

describe('badgeForms', () => {
  it('reads one MIFARE badge from either byte order, decimal or hex', () => {
    const badge = 'e43ac9d2';
    for (const read of [
      '3829058002',
      '3536403172',
      'E43AC9D2',
      'D2C93AE4',
      'e4:3a:c9:d2',
      '0xE43AC9D2',
      ' e4-3a-c9-d2 ',
    ])
      expect(forms(read), read).toContain(badge);
    expect(forms('3829058002')[0]).toBe(badge);
  });

  it('brings the number, the facility with its card, and the hex of one badge to the same form', () => {
    const badge = '00d507d0';
    for (const read of ['0013961168', '13961168', '213,02000', '21302000', 'D507D0', '00D507D0'])
      expect(forms(read), read).toContain(badge);
  });

  it('reads the 26 bits of a Wiegand line, and none whose parity is wrong', () => {
    const frame = '11101010100000111110100001';
    expect(forms(frame)).toEqual(forms('213,02000'));
    expect(forms(frame)).toContain('00d507d0');
    for (let bit = 0; bit < frame.length; bit++) {
      const turned = `${frame.slice(0, bit)}${frame[bit] === '1' ? '0' : '1'}${frame.slice(bit + 1)}`;
      expect(forms(turned), `bit ${bit}`).toBe('unreadable');
    }
  });

  it('finds a badge that another reader had cut to Wiegand 26', () => {
    expect(forms(String(0x12d507d0).padStart(10, '0'))).toContain('00d507d0');
    expect(forms('02000')).toEqual(['000007d0']);
    expect(forms('213,02000')).toContain('000007d0');
  });

  it('takes a version byte off, and knows the badge with it', () => {
    expect(forms('0F0184F07A')).toEqual(['0184f07a', '7af08401', '0f0184f07a']);
  });

  it('keeps all seven bytes of a long UID, because the cut ones collide', () => {
    expect(forms('04A1B2C3D4E5F6')).toEqual(['04a1b2c3d4e5f6', 'f6e5d4c3b2a104']);
    expect(forms(BigInt('0x04a1b2c3d4e5f6').toString())[0]).toBe('04a1b2c3d4e5f6');
  });

  it('never offers the four bytes that two long UIDs have in common', () => {
    const [one, other] = [forms('04A1B2C3D4E5F6'), forms('04A1B2C3D4E5F7')];
    expect(forms('04A1B2C3')).toContain('04a1b2c3');
    for (const long of [one, other]) {
      expect(long).not.toContain('04a1b2c3');
      expect(long).not.toContain('c3b2a104');
      expect(long).not.toContain('d4e5f6');
    }
    expect(new Set([...one, ...other]).size).toBe(one.length + other.length);
  });

  it('reads an EM4100 badge by its number, its hex and its five bytes with the customer in front', () => {
    for (const read of ['0025489530', '0184F07A', '0F0184F07A'])
      expect(forms(read), read).toContain('0184f07a');
    expect(forms('0F7AF08401')).toContain('0184f07a');
  });

  it('reads hex that happens to have digits only', () => {
    expect(forms('12345678')).toContain('12345678');
    expect(forms('0184067123')).toContain('84067123');
    expect(forms('04112233445566')).toContain('04112233445566');
  });

  it.each(['08A1B2C3', '0x08a1b2c3', String(0x08a1b2c3).padStart(10, '0'), String(0x08000000)])(
    'refuses the random UID %s',
    (read) => expect(badgeForms(read)).toEqual({ ok: false, reason: 'random_uid' }),
  );

  it('never offers a random UID among the forms of another badge', () => {
    for (const read of ['A1B2C308', '08123456', '0108A1B2C3']) {
      const found = forms(read);
      expect(Array.isArray(found) && found.some((hex) => /^08.{6}$/.test(hex)), read).toBe(false);
    }
  });

  it.each([
    '',
    '   ',
    'bonjour',
    '😀😀😀😀',
    'ghij',
    '00000000',
    'FFFFFFFF',
    '999,99999',
    '1'.repeat(25),
    'a'.repeat(21),
    "1' or 1=1",
  ])('finds nothing to read in %j', (read) =>
    expect(badgeForms(read)).toEqual({ ok: false, reason: 'unreadable' }),
  );

  it('gives at most six forms, each once, each canonical', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    for (let n = 0; n < 2000; n++) {
      const length = 1 + random(20);
      const alphabet = n % 2 ? '0123456789' : '0123456789abcdef';
      const read = Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
      const result = badgeForms(read);
      if (!result.ok) continue;
      expect(result.canonical.length, read).toBeLessThanOrEqual(6);
      expect(new Set(result.canonical).size, read).toBe(result.canonical.length);
      for (const hex of result.canonical) expect(hex, read).toMatch(/^([0-9a-f]{2}){4,10}$/);
    }
  });
});

describe('learnForm', () => {
  it.each([
    ['3829058002', '3829058002', 'decimal'],
    ['3536403172', '3829058002', 'decimal_reversed'],
    ['E43AC9D2', '3829058002', 'hex'],
    ['D2C93AE4', '3829058002', 'hex_reversed'],
    ['21302000', '0013961168', 'wiegand'],
    ['0013961168', '213,02000', 'decimal'],
    ['02000', '213,02000', 'card'],
    ['0F0184F07A', '0025489530', 'version'],
    ['0F7AF08401', '0025489530', 'version_reversed'],
    [String(0x12d507d0), '0013961168', 'decimal_cut'],
    [
      String(Number.parseInt([...(0xe43ac9d2).toString(2)].reverse().join(''), 2)),
      '3829058002',
      'bits_reversed',
    ],
    [String(0xffffffff - 0xe43ac9d2).padStart(10, '0'), '3829058002', 'bits_inverted'],
  ])('finds how a reader writes that types %s for the badge %s', (read, printed, form) =>
    expect(learnForm(read, printed)).toBe(form),
  );

  it.each([
    ['3829058003', '3829058002'],
    ['08A1B2C3', '0144814787'],
    ['3829058002', 'bonjour'],
  ])('learns nothing from %s for %s', (read, printed) => expect(learnForm(read, printed)).toBeNull());
});

describe('badgeReadings', () => {
  it('names at most twelve ways, turned bits last, none of them a random UID', () => {
    for (const read of ['12345678', '0013961168', '3829058002', '04A1B2C3D4E5F6', 'E43AC9D2', '213,02000']) {
      const result = badgeReadings(read);
      if (!result.ok) throw new Error(read);
      const bits = result.readings.map(({ form }) => form.startsWith('bits_'));
      expect(result.readings.length, read).toBeLessThanOrEqual(12);
      expect(bits.indexOf(true) < 0 || !bits.slice(bits.indexOf(true)).includes(false), read).toBe(true);
      expect(
        result.readings.some(({ hex }) => /^08.{6}$/.test(hex)),
        read,
      ).toBe(false);
    }
  });
});
