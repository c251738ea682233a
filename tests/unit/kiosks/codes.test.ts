import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { env } from '@/lib/env';
import { hashCode, normaliseCode } from '@/lib/kiosks/code';
import { codeAlphabet, newCode } from '@/lib/kiosks/new-code';
import { hashToken, newToken } from '@/lib/kiosks/token';
import { hashBadge } from '@/lib/members/badge-hash';
import { keyedHash } from '@/lib/utils/keyed-hash';

beforeAll(() => {
  vi.stubEnv('SUPABASE_URL', 'http://127.0.0.1:54321');
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_for_the_tests');
  vi.stubEnv('SUPABASE_SECRET_KEY', 'sb_secret_for_the_tests');
  vi.stubEnv('BADGE_HASH_KEY', 'a5'.repeat(32));
  vi.stubEnv('APP_URL', 'http://127.0.0.1:3001');
  return () => vi.unstubAllEnvs();
});

describe('pairing codes', () => {
  it('have six characters that cannot be taken for one another', () => {
    const codes = Array.from({ length: 500 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    expect(new Set(codes).size).toBeGreaterThan(490);
    expect(new Set(codes.join('')).size).toBe(codeAlphabet.length);
  });

  it.each(['abc-234', ' ABC 234 ', 'A.B.C.2.3.4', 'ＡＢＣ２３４', 'abc–234', 'ABC\u00a0234'])(
    'are read from %j',
    (typed) => {
      expect(normaliseCode(typed)).toBe('ABC234');
    },
  );

  it('are kept as a keyed hash that no badge shares', () => {
    expect(hashCode('ABC234')).toMatch(/^[0-9a-f]{64}$/);
    expect(hashCode('ABC234')).not.toBe(hashCode('ABC235'));
    expect(hashCode('00d507d0')).not.toBe(hashBadge('00d507d0'));
    expect(hashCode('ABC234')).not.toBe(keyedHash('code', 'ABC234', 'b6'.repeat(32)));
  });
});

describe('keyed hashes', () => {
  it('are HMAC-SHA256, so that SQL can make the same ones from the padded keys', () => {
    const key = Buffer.from(env().BADGE_HASH_KEY);
    const padded = (mask: number) => Buffer.from(key.map((byte) => byte ^ mask));
    const inner = createHash('sha256').update(padded(0x36)).update('badge:00d507d0').digest();
    const outer = createHash('sha256').update(padded(0x5c)).update(inner).digest('hex');
    expect(hashBadge('00d507d0')).toBe(outer);
  });
});

describe('tokens', () => {
  it('are 256 bits, never twice the same, and kept as their hash', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(tokens).size).toBe(100);
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
