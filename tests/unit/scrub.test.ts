import type { ErrorEvent } from '@sentry/browser';
import { describe, expect, it } from 'vitest';
import { loggedError } from '@/lib/utils/logged-error';
import { scrubPath, scrubText } from '@/lib/utils/scrub-text';
import { scrubEvent } from '@/lib/vendors/sentry/scrub-event';

const jwt = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(30)}.c`;

describe('scrubText', () => {
  it.each([
    ['claire.roux+gym@exemple.fr', 'no account for claire.roux+gym@exemple.fr'],
    ['léa@exemple.fr', 'mail to <léa@exemple.fr> bounced'],
    ['06 12 34 56 78', 'call 06 12 34 56 78 back'],
    ['+33 6 12 34 56 78', 'sms to +33 6 12 34 56 78'],
    ['2415919103', 'badge 2415919103 unknown'],
    ['Claire Roux', 'row of Claire Roux is locked'],
    ['claire', 'invalid value "claire" for a name'],
    ['claire', "unexpected 'claire' here"],
    ['exemple', 'Key (email)=(claire@exemple.fr) already exists.'],
    ['hunter2', 'body was {"password":"hunter2"}'],
    ['secret-code', 'GET https://app.example/auth/confirm?token_hash=secret-code failed'],
    ['secret-code', 'GET /auth/confirm?token_hash=secret-code failed'],
    [jwt, `token ${jwt} expired`],
    ['c2VjcmV0', 'authorization: Bearer c2VjcmV0'],
    ['ab12'.repeat(16), `cookie kiosk=${'ab12'.repeat(16)}`],
    ['sb_secret_gXn', 'key sb_secret_gXn_brDnn refused'],
    ['6f9619ff', 'member 6f9619ff-8b86-d011-b42d-00c04fc964ff is gone'],
  ])('keeps %s out', (secret, text) => expect(scrubText(text)).not.toContain(secret));

  it.each([
    "Cannot read properties of undefined (reading 'gymId')",
    'duplicate key value violates unique constraint "members_external_id_key"',
    'Failed to fetch',
    'Connection refused (127.0.0.1:54321)',
    'Minified React error #418; visit https://react.dev/errors/418',
  ])('leaves what says where the fault is: %s', (text) => expect(scrubText(text)).toBe(text));

  it('is quick with a text that is made to be slow', () => {
    const began = performance.now();
    for (const part of ['a@', '1 ', '{', '/a?', 'Aa ', '"', '-1']) scrubText(part.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('scrubPath', () => {
  it.each([
    ['/api/dashboard/alerts/6f9619ff-8b86-d011-b42d-00c04fc964ff', '/api/dashboard/alerts/:id'],
    ['/kiosk/lyon-vaise-entree?token=x', '/kiosk/lyon-vaise-entree'],
    ['/reset/claire@exemple.fr', '/reset/:id'],
    ['/dashboard/members#claire', '/dashboard/members'],
  ])('of %s is %s', (path, scrubbed) => expect(scrubPath(path)).toBe(scrubbed));
});

describe('loggedError', () => {
  it('keeps type, place and causes, and no person', () => {
    const cause = { code: '23505', message: 'Key (email)=(claire@exemple.fr) already exists.' };
    const logged = loggedError(new TypeError('no row of\nclaire@exemple.fr', { cause }));
    expect(logged).toMatchObject({ type: 'TypeError', cause: { code: '23505' } });
    expect(logged.frames?.[0]).toContain('scrub.test.ts');
    expect(JSON.stringify(logged)).not.toContain('claire');
  });

  it.each([[null], [undefined], ['claire@exemple.fr'], [42], [{}]])(
    'takes %s, which anybody may throw',
    (thrown) => {
      expect(JSON.stringify(loggedError(thrown))).not.toContain('claire');
    },
  );

  it('ends where causes go round', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).match(/round/g)?.length).toBeLessThan(10);
  });
});

describe('scrubEvent', () => {
  const event = {
    type: undefined,
    event_id: 'e1',
    level: 'error',
    server_name: 'claires-laptop',
    user: { id: 'u1', email: 'claire@exemple.fr', ip_address: '203.0.113.9' },
    request: {
      url: 'https://app.example/x?token=secret-code',
      headers: { cookie: 'sb-jarvis=secret-cookie', authorization: 'Bearer secret-token' },
      cookies: { kiosk: 'secret-cookie' },
      data: { password: 'secret-body' },
      query_string: 'token=secret-code',
    },
    breadcrumbs: [{ message: 'typed claire@exemple.fr' }],
    contexts: { nextjs: { request_path: '/x?token=secret-code' } },
    extra: { row: 'Claire Roux' },
    tags: { path: '/x', request_id: 'r1', email: 'claire@exemple.fr' },
    exception: {
      values: [
        {
          type: 'TypeError',
          value: 'no claire@exemple.fr',
          mechanism: { type: 'generic', handled: false, data: { body: 'secret-body' } },
          stacktrace: {
            frames: [
              {
                filename: 'https://app.example/auth/confirm?token_hash=secret-code',
                function: 'act',
                lineno: 3,
                context_line: 'const password = "secret-body"',
                vars: { email: 'claire@exemple.fr' },
              },
              { filename: 'https://app.example/_next/static/chunks/0a1b2c3d4e5f6a7b.js?v=1', lineno: 1 },
            ],
          },
        },
      ],
    },
  } as unknown as ErrorEvent;

  it('lets nothing of a person, a request or a secret through', () => {
    expect(JSON.stringify(scrubEvent(event))).not.toMatch(/claire|roux|secret|203\.0|laptop|sb-jarvis/i);
  });

  it('keeps what happened, where in the code, and the number that the person was told', () => {
    expect(scrubEvent(event)).toMatchObject({
      event_id: 'e1',
      tags: { path: '/x', request_id: 'r1' },
      exception: {
        values: [
          {
            type: 'TypeError',
            value: 'no [e-mail]',
            mechanism: { type: 'generic', handled: false },
            stacktrace: {
              frames: [
                { filename: 'https://app.example/auth/confirm', function: 'act', lineno: 3 },
                { filename: 'https://app.example/_next/static/chunks/0a1b2c3d4e5f6a7b.js', lineno: 1 },
              ],
            },
          },
        ],
      },
    });
  });
});
