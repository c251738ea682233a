/** Sources beside our own that one page may use. */
export interface ForeignSources {
  script?: readonly string[];
  style?: readonly string[];
  frame?: readonly string[];
  connect?: readonly string[];
}

/**
 * The policy of one page view. `style-src-attr` stays open because every server-rendered `style=""` needs it;
 * scripts run by nonce alone.
 */
export function contentSecurityPolicy(
  nonce: string,
  development: boolean,
  { script = [], style = [], frame = [], connect = [] }: ForeignSources = {},
): string {
  return [
    "default-src 'self'",
    line(
      'script-src',
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...script,
      ...unsafeEval(development),
    ),
    line('style-src', "'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`, ...style),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    line('connect-src', "'self'", ...connect),
    frame.length > 0 ? line('frame-src', ...frame) : "frame-src 'none'",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const line = (...parts: string[]): string => parts.join(' ');
const unsafeEval = (development: boolean): string[] => (development ? ["'unsafe-eval'"] : []);

/** What no page uses; the microphone belongs to kiosks. */
const permissions = (microphone: '()' | '(self)') => ({
  key: 'Permissions-Policy',
  value: `camera=(), display-capture=(), geolocation=(), hid=(), microphone=${microphone}, payment=(), serial=(), usb=()`,
});

/** Headers of every answer, pages, routes, files and errors alike. */
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  permissions('()'),
];

/** The headers that do not depend on where the app runs, for Next's configuration; of two of one name the last counts. */
export const staticHeaders = [
  { source: '/:path*', headers: everywhere },
  { source: '/kiosk/:path*', headers: [permissions('(self)')] },
  // Also the answer to a file that is not there, which is a page.
  {
    source: '/_next/:path*',
    headers: [
      {
        key: 'Content-Security-Policy',
        value: "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
      },
    ],
  },
  // What the worker may fetch is its own policy's business; it takes nothing from anywhere else.
  {
    source: '/kiosk-worker.js',
    headers: [
      {
        key: 'Content-Security-Policy',
        value: "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
      },
    ],
  },
  {
    source: '/api/:path*',
    headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
  },
];
