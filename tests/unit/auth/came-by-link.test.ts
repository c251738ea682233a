import { expect, it } from 'vitest';
import { cameByLink } from '@/lib/auth/password';

const now = Date.parse('2026-11-21T12:00:00Z');
const minutesAgo = (minutes: number) => now / 1000 - minutes * 60;

it.each([
  ['recovery', 1, true],
  ['otp', 14.9, true],
  ['otp', 15.1, false],
  ['password', 1, false],
  ['totp', 1, false],
])('%s %f minutes ago stands for the current password: %s', (method, minutes, expected) => {
  const methods = [{ method, timestamp: minutesAgo(minutes) }];
  expect(cameByLink({ methods }, now)).toBe(expected);
});

it('a fresh second factor does not make an old link new', () => {
  const methods = [
    { method: 'totp', timestamp: minutesAgo(0) },
    { method: 'otp', timestamp: minutesAgo(60) },
  ];
  expect(cameByLink({ methods }, now)).toBe(false);
});
