import { describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/env';

const complete = {
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_0123456789',
  SUPABASE_SECRET_KEY: 'sb_secret_0123456789abcdef',
  BADGE_HASH_KEY: 'ab'.repeat(32),
  APP_URL: 'http://localhost:3001',
};

describe('readEnv', () => {
  it('takes a complete environment', () => {
    expect(readEnv(complete)).toMatchObject({ LOG_LEVEL: 'info', JARVIS_DEMO: false });
  });

  it.each(Object.keys(complete))('names %s when it is missing', (name) => {
    expect(() => readEnv({ ...complete, [name]: undefined })).toThrow(name);
  });

  it('names every variable at fault at once', () => {
    expect(() => readEnv({})).toThrow(/SUPABASE_URL[\s\S]*BADGE_HASH_KEY[\s\S]*APP_URL/);
  });

  it.each(['SUPABASE_URL', 'APP_URL'])('refuses plain http in %s outside of this machine', (name) => {
    expect(() => readEnv({ ...complete, [name]: 'http://jarvis.example' })).toThrow('https');
  });

  it('never repeats a value in its message', () => {
    expect(() => readEnv({ ...complete, BADGE_HASH_KEY: 'my-secret-key' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('my-secret-key') }),
    );
  });

  it('takes empty lines of an .env file for unset', () => {
    const names = [
      'ADDRESS_HEADER',
      'UPSTASH_REDIS_REST_URL',
      'UPSTASH_REDIS_REST_TOKEN',
      'SENTRY_DSN',
      'HCAPTCHA_SITE_KEY',
    ];
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    for (const name of names) expect(readEnv({ ...complete, ...empty })).toHaveProperty(name, undefined);
  });

  it.each([
    ['UPSTASH_REDIS_REST_TOKEN', { UPSTASH_REDIS_REST_URL: 'https://a.upstash.example' }],
    ['UPSTASH_REDIS_REST_TOKEN', { UPSTASH_REDIS_REST_TOKEN: 'x' }],
    [
      'UPSTASH_REDIS_REST_URL',
      { UPSTASH_REDIS_REST_URL: 'http://a.upstash.example', UPSTASH_REDIS_REST_TOKEN: 'x' },
    ],
    ['SENTRY_DSN', { SENTRY_DSN: 'https://o1.ingest.example/7' }],
    ['SENTRY_DSN', { SENTRY_DSN: 'nonsense' }],
    ['ADDRESS_HEADER', { ADDRESS_HEADER: 'X-Real-IP: 1' }],
  ])('names %s when it does not fit: %j', (name, given) => {
    expect(() => readEnv({ ...complete, ...given })).toThrow(name);
  });

  it('knows the address header of Vercel, and lets another one be named', () => {
    expect(readEnv({ ...complete, VERCEL: '1' }).ADDRESS_HEADER).toBe('x-vercel-forwarded-for');
    expect(readEnv({ ...complete, VERCEL: '1', ADDRESS_HEADER: 'cf-connecting-ip' }).ADDRESS_HEADER).toBe(
      'cf-connecting-ip',
    );
    expect(readEnv(complete).ADDRESS_HEADER).toBeUndefined();
  });
});
