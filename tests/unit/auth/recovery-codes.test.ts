import { describe, expect, it } from 'vitest';
import { newRecoveryCode, plainRecoveryCode } from '@/lib/auth/recovery-codes';

describe('recovery codes', () => {
  it('are ten signs in two halves, none of which looks like another', () => {
    for (let round = 0; round < 200; round++)
      expect(newRecoveryCode()).toMatch(/^[a-km-np-z2-9]{5}-[a-km-np-z2-9]{5}$/);
  });

  it('are 50 bits: each of 32 signs turns up, none much more often', () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 3200; round++)
      for (const sign of plainRecoveryCode(newRecoveryCode())) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
  });

  it('are read as people type them', () => {
    expect(plainRecoveryCode(' ABCDE fgh2k\n')).toBe('abcdefgh2k');
    expect(plainRecoveryCode('abcde-fgh2k')).toBe('abcdefgh2k');
  });
});
