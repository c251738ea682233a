import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { PASSWORD_MIN, passwordFault } from '@/lib/auth/password-rule';

const about = ['Lou Petit', 'lou.petit@salle-lyon.fr'];

describe('the password rule', () => {
  it.each([
    'correct horse battery staple',
    'tilleul fanfare bocal onze',
    'kM7#vQ2pLx9d',
    '四つの言葉を並べた合言葉だよ',
  ])('takes %s', (password) => {
    expect(passwordFault(password, about)).toBeNull();
  });

  it.each([
    ['', 'too_short'],
    ['kM7#vQ2pLx9', 'too_short'],
    ['é'.repeat(37), 'too_long'],
    [`kM7#vQ2pLx9d${'z'.repeat(61)}`, 'too_long'],
    ['aaaaaaaaaaaa', 'guessable'],
    ['password1234', 'guessable'],
    ['azertyuiop12', 'guessable'],
    ['LouPetit2026', 'guessable'],
    ['salle-lyon.fr', 'guessable'],
    ['jarvisjarvis', 'guessable'],
    ['lou.petit.lou', 'guessable'],
    ['PetitLouPetit', 'guessable'],
  ])('refuses %s: %s', (password, fault) => {
    expect(passwordFault(password, about)).toBe(fault);
  });

  it.each(['Montparnasse24', 'FormeMontparnasse7', 'forme-montparnasse', 'forme_montparnasse'])(
    'refuses %s to whoever works there',
    (password) => {
      expect(passwordFault(password, [])).toBeNull();
      expect(passwordFault(password, [...about, null, 'Forme Montparnasse'])).toBe('guessable');
    },
  );

  it('refuses each common password that is long enough', () => {
    const all = dictionary['passwords-common'];
    const long = all.filter((password) => password.length >= PASSWORD_MIN);
    expect([all.length > 40_000, long.length > 300]).toEqual([true, true]);
    expect(long.filter((password) => passwordFault(password, []) === null)).toEqual([]);
  });

  it('counts signs for the least and bytes for the most', () => {
    expect(passwordFault('é'.repeat(11), [])).toBe('too_short');
    expect(Buffer.byteLength('kM7#vQ2pLx9d'.padEnd(72, 'tBz!4'))).toBe(72);
    expect(passwordFault('kM7#vQ2pLx9d'.padEnd(72, 'tBz!4'), [])).toBeNull();
  });

  it('is quick with the longest password that a route takes', () => {
    const began = performance.now();
    passwordFault('a1B!'.repeat(18), about);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
