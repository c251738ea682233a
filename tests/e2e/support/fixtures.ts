import { AxeBuilder } from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import type { RunningApp } from './app.ts';
import { Complaints } from './complaints.ts';
import { freshCode } from './people.ts';
import { runningApp } from './running.ts';

export { expect };

/** A role of the demo, or the e-mail of one of its people. */
export type Who = 'super_admin' | 'franchise_owner' | 'gym_manager' | 'gym_staff' | `${string}@${string}`;

interface Fixtures {
  app: RunningApp;
  /** Every context of the test is watched; anything unexpected fails it at its end. */
  complaints: Complaints;
  /** Signs in through the real form, the super admin with a second factor, and waits for the dashboard. */
  login: (who: Who, page?: Page) => Promise<void>;
  /** A second browser, such as a kiosk beside a manager's desk; closed with the test. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Fails on anything axe finds against WCAG 2.2 AA. */
  expectAccessible: (page?: Page) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  app: async ({}, provide) => provide(runningApp()),
  baseURL: async ({ app }, provide) => provide(app.url),

  complaints: [
    async ({ context }, provide) => {
      const complaints = new Complaints();
      complaints.watch(context);
      await provide(complaints);
      expect(complaints.unexpected(), 'the browser complained').toEqual([]);
    },
    { auto: true },
  ],

  openContext: async ({ browser, complaints, app, contextOptions }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (options) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: app.url, ...options });
      complaints.watch(context);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },

  login: async ({ app, page }, provide) => {
    await provide(async (who, where = page) => {
      const person = app.users.find((user) => user.email === who || user.role === who);
      if (!person) throw new Error(`The demo has nobody who is ${who}.`);
      await where.goto('/login');
      await where.locator('input[type="email"]').fill(person.email);
      await where.locator('input[type="password"]').fill(app.demoPassword);
      await where.locator('form button[type="submit"]').click();
      if (person.role === 'super_admin') {
        await where.waitForURL(/\/auth\/mfa/);
        await where
          .locator('input[autocomplete="one-time-code"]')
          .fill(await freshCode(app, app.demoTotpSecret));
      }
      await where.waitForURL(/\/dashboard(\/|\?|$)/);
    });
  },

  expectAccessible: async ({ page }, provide) => {
    await provide(async (where = page) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await new AxeBuilder({ page: where }).withTags(tags).analyze();
      const found = violations.map(
        (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`,
      );
      expect(found, `axe on ${where.url()}`).toEqual([]);
    });
  },
});
