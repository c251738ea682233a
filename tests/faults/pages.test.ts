import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest';
import { nextScript } from '../../supabase/local/cli/build.ts';
import { type Child, startChild } from '../../supabase/local/cli/children.ts';
import { testHashKey } from '../support/badges.ts';
import { findChromium } from '../support/chromium.ts';
import { type Fault, FaultProxy } from '../support/fault-proxy.ts';
import { createGym, createStaff } from '../support/tenants.ts';

let door: FaultProxy;
let app: Child;
let browser: Browser;
let context: BrowserContext;
let url: string;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The production build as it runs, with the door between it and the backend. */
beforeAll(async () => {
  const backend = inject('backend');
  door = await new FaultProxy(backend.url).start();
  const port = await freePort();
  url = `http://localhost:${port}`;
  app = startChild(nextScript, ['start', '--port', String(port), '--hostname', '127.0.0.1'], {
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: 'silent',
      SUPABASE_URL: door.url,
      SUPABASE_PUBLISHABLE_KEY: backend.publishable_key,
      SUPABASE_SECRET_KEY: backend.secret_key,
      BADGE_HASH_KEY: testHashKey,
      APP_URL: url,
    },
    pipe: 'both',
  });
  await vi.waitFor(() => fetch(`${url}/api/ready`), { timeout: 60_000, interval: 100 });
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  context = await browser.newContext({ locale: 'fr-FR', baseURL: url });
  const { email, password } = await createStaff({ role: 'gym_manager', gym: await createGym() });
  const answer = await context.request.post('/api/auth/sign-in', {
    data: { email, password },
    headers: { origin: url },
  });
  expect(answer.status()).toBe(200);
});
afterEach(() => door.mend());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await door?.stop();
});

const faults: [string, Fault | 'refuse'][] = [
  ['is away', 'refuse'],
  ['loses its answers', 'lose'],
  ['answers with a gateway’s page', { status: 502, body: '<html>Bad Gateway</html>' }],
];

it.each(faults)(
  'while the backend %s a page says so with its number, signs nobody out, and is there again at the next look',
  async (_what, fault) => {
    const page = await context.newPage();
    try {
      if (fault === 'refuse') await door.refuse();
      else door.set(fault);
      await page.goto('/dashboard/alerts');
      const alert = page.getByRole('alert').filter({ has: page.getByRole('heading') });
      await alert.waitFor();
      expect(await alert.locator('code').innerText()).toMatch(/^\w+$/);
      expect(new URL(page.url()).pathname).toBe('/dashboard/alerts');
      expect((await context.cookies()).some(({ name }) => name.startsWith('sb-jarvis'))).toBe(true);
      await door.mend();
      const again = await page.goto('/dashboard/alerts');
      expect(again?.status()).toBe(200);
      expect(new URL(page.url()).pathname).toBe('/dashboard/alerts');
      await page.getByRole('navigation').first().waitFor();
      expect(await alert.count()).toBe(0);
    } finally {
      await page.close();
    }
  },
);

it('while the backend is away a kiosk still loads its screen, which says so itself', async () => {
  await door.refuse();
  expect((await context.request.get('/kiosk/entree')).status()).toBe(200);
});
