import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { staticHeaders } from './lib/http/security-headers.ts';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    messages: {
      path: './lib/i18n/messages',
      format: 'json',
      locales: ['fr', 'en', 'es'],
      sourceLocale: 'fr',
      precompile: true,
    },
  },
});

const config: NextConfig = {
  headers: async () => staticHeaders,
  // No page needs the image optimizer: an address that fetches and scales what it is told to does not exist then.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  serverExternalPackages: ['pino', '@sentry/nextjs'],
  // Types are one of the gates of `npm run verify`; the build does not check them a second time.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
