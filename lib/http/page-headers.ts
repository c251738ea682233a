import 'server-only';
import { env, isDevelopment } from '@/lib/env';
import { captchaSources } from '@/lib/vendors/hcaptcha';
import { reportOrigin } from '@/lib/vendors/sentry/dsn';
import { contentSecurityPolicy } from './security-headers';

const TWO_YEARS_SECONDS = 63_072_000;

/** The content security policy of a page, with the foreign services that are configured and that this page may need. */
export function pagePolicy(path: string, nonce: string): string {
  const { HCAPTCHA_SITE_KEY, SENTRY_DSN } = env();
  return contentSecurityPolicy(nonce, isDevelopment(), {
    ...(HCAPTCHA_SITE_KEY && isPublic(path) ? captchaSources : {}),
    connect: [
      ...(HCAPTCHA_SITE_KEY && isPublic(path) ? captchaSources.connect : []),
      ...(SENTRY_DSN ? [reportOrigin(SENTRY_DSN)] : []),
    ],
  });
}

/** Pages before the dashboard: the sign-in is reached from each of them without a new document, so they share its policy. */
const isPublic = (path: string): boolean => !/^\/(dashboard|kiosk)(\/|$)/.test(path);

/** Once people reach the app over https, their browsers shall never try anything else. */
export function demandHttps(headers: Headers): void {
  if (env().APP_URL.startsWith('https://')) {
    headers.set('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  }
}
