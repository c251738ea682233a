import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, staticHeaders } from '@/lib/http/security-headers';

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]),
  );

describe('contentSecurityPolicy', () => {
  it('lets scripts run by nonce alone and opens nothing to others', () => {
    const policy = contentSecurityPolicy('N', false);
    expect(directives(policy)).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self' 'nonce-N' 'strict-dynamic'",
      'style-src': "'self' 'nonce-N'",
      'connect-src': "'self'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(policy).not.toMatch(/http|\*/);
  });

  it('adds what a configured service needs, and nothing to scripts of others', () => {
    const policy = directives(
      contentSecurityPolicy('N', false, {
        connect: ['https://o1.ingest.example'],
        frame: ['https://f.example'],
      }),
    );
    expect(policy).toMatchObject({
      'connect-src': "'self' https://o1.ingest.example",
      'frame-src': 'https://f.example',
      'script-src': "'self' 'nonce-N' 'strict-dynamic'",
    });
  });
});

describe('the headers of every answer', () => {
  /** The last header of a name wins, as Next does it. */
  const headersOf = (path: string) =>
    Object.fromEntries(
      staticHeaders
        .filter(({ source }) => path.startsWith(source.replace(':path*', '')))
        .flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
    );

  it('open the microphone to kiosks only', () => {
    expect(headersOf('/kiosk/lyon-vaise-entree')['Permissions-Policy']).toContain('microphone=(self)');
    for (const path of ['/', '/login', '/dashboard', '/api/kiosk/scan', '/kiosks'])
      expect(headersOf(path)['Permissions-Policy']).toContain('microphone=()');
  });

  it('let nothing run in an answer of a route', () => {
    expect(headersOf('/api/ready')['Content-Security-Policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(headersOf('/login')).not.toHaveProperty('Content-Security-Policy');
  });
});
