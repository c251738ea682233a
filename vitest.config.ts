import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root, 'server-only': `${root}tests/support/server-only.ts` };
// The app's routes run in the tests' own process, where Next's request is not there to ask.
const routes = {
  'next/headers': `${root}tests/support/next-headers.ts`,
  'next-intl/server': `${root}tests/support/next-intl-server.ts`,
};

/** Integration tests that start a backend of their own, and so may run beside those that share one. */
const apart = [
  'tests/integration/backend-{demo,fixes,folder,load,migrations,wire}.test.ts',
  'tests/integration/{auth-routes-captcha,catalog-planted,hosted-gates}.test.ts',
  'tests/integration/local/{auth-*,function*,mail-function,net,runner,scheduler,voice-*}.test.ts',
];

/**
 * Attacks with thousands of refused requests, each on a backend of its own: PGlite keeps a little of each error and
 * ends after some 12,000.
 */
const floods = { walk: 'tests/attack/walk.test.ts', wild: 'tests/attack/fuzz.test.ts' };

const attack = (name: string, files: { include: string[]; exclude?: string[] }) => ({
  resolve: { alias },
  test: {
    name,
    ...files,
    globalSetup: ['tests/attack/support/setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias: { ...alias, ...routes } },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: apart,
          globalSetup: ['tests/support/backend.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias: { ...alias, ...routes } },
        test: {
          name: 'backends',
          include: apart,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias: { ...alias, ...routes } },
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/backend.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      attack('attack', { include: ['tests/attack/**/*.test.ts'], exclude: Object.values(floods) }),
      attack('walk', { include: [floods.walk] }),
      attack('wild', { include: [floods.wild] }),
    ],
  },
});
