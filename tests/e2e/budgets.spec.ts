import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** Scripts in KiB gzip that a page may load: named in its HTML, and in all once it is idle. */
const budgets = {
  '/landing-client': [145, 175],
  '/login': [145, 175],
  '/auth/reset': [145, 175],
  '/legal/terms': [145, 175],
  '/kiosk/lyon-vaise-entree': [150, 425],
  '/dashboard': [215, 245],
  '/dashboard/alerts': [215, 245],
  '/dashboard/members': [215, 245],
  '/dashboard/members/import': [215, 245],
  '/dashboard/sessions': [215, 245],
  '/dashboard/team': [215, 245],
  '/dashboard/settings': [215, 245],
  '/dashboard/settings/security': [215, 245],
} as const;

async function weigh(page: Page, urls: string[]): Promise<number> {
  const sizes = urls.map(async (url) => gzipSync(await (await page.request.get(url)).body()).byteLength);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

test('pages stay within their budgets of scripts @core', async ({ page, login, baseURL }) => {
  const over: string[] = [];
  for (const [path, [initial, total]] of Object.entries(budgets)) {
    if (path === '/dashboard') await login('gym_manager');
    await page.goto(path);
    const html = await (await page.request.get(path)).text();
    const named = [...html.matchAll(/<script(?![^>]*noModule)[^>]* src="([^"]+)"/gi)].map(
      (match) => match[1] ?? '',
    );
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap((entry) => (/\.js(\?|$)/.test(entry.name) ? [entry.name] : [])),
    );
    const first = await weigh(
      page,
      [...new Set(named)].map((src) => new URL(src, baseURL).href),
    );
    const all = await weigh(page, [...new Set(loaded)]);
    test.info().annotations.push({ type: path, description: `${first.toFixed(1)} / ${all.toFixed(1)} KiB` });
    if (first > initial) over.push(`${path}: ${first.toFixed(1)} of ${initial} KiB in the HTML`);
    if (all > total) over.push(`${path}: ${all.toFixed(1)} of ${total} KiB in all`);
    expect(named.length, path).toBeGreaterThan(0);
  }
  expect(over).toEqual([]);
});
