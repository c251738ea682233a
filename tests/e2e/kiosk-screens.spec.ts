import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { PlantedKiosk } from '../support/planted-kiosk.ts';
import { holdBadge, pairKiosk } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { scenes } from './support/kiosk-scenes.ts';
import { ask, freshMember } from './support/members.ts';

/** Where `npm run screens` puts its pictures; by itself the walk takes none. */
const folder = process.env.SCREENS;
const standing = { width: 1080, height: 1920 };
const lying = { width: 1920, height: 1080 };

// What the worker of the page would fetch by itself, no planted answer would reach.
test.use({ viewport: standing, serviceWorkers: 'block' });
test.beforeEach(({ complaints }) => complaints.allow(/Service Worker registration blocked/));

/**
 * What is wrong with the places of a screen: a target that is small, close to the next one, out of reach of somebody
 * who sits (above 768 px of a standing screen), words or targets outside of the screen, content that meets the dock.
 */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window;
    const found: string[] = [];
    const boxes = [...document.querySelectorAll<HTMLElement>('main button:not([title]), main form')]
      .filter((element) => element.tagName === 'BUTTON' || element.querySelector('input:not(.opacity-0)'))
      .filter((element) => !element.closest('form') || element.tagName === 'FORM')
      .map((element) => ({
        name: element.ariaLabel ?? element.innerText.slice(0, 24),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0);
    for (const [index, { name, box }] of boxes.entries()) {
      if (box.width < 64 || box.height < 64) found.push(`${name} is ${box.width} × ${box.height}`);
      if (height > width && box.top < 768) found.push(`${name} is out of reach at ${box.top}`);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.max(box.left - other.box.right, other.box.left - box.right);
        const down = Math.max(box.top - other.box.bottom, other.box.top - box.bottom);
        if (Math.max(across, down) < 15.5) found.push(`${name} is too close to ${other.name}`);
      }
    }
    const dock = document.querySelector('footer')?.getBoundingClientRect().top ?? height;
    for (const element of document.querySelectorAll<HTMLElement>('main :is(h1, h2, p, li, button, form)')) {
      const box = element.getBoundingClientRect();
      const name = element.innerText.slice(0, 24);
      if (box.width === 0 || element.closest('.sr-only')) continue;
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
        found.push(`${name} is outside of the screen`);
      if (element.closest('.kiosk-stage') && box.bottom > dock + 1) found.push(`${name} meets the dock`);
      if (element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX === 'visible')
        if (element.tagName === 'BUTTON') found.push(`the words of ${name} stick out`);
    }
    const { scrollHeight, scrollWidth } = document.documentElement;
    if (scrollHeight > height || scrollWidth > width) found.push('the page scrolls');
    return [...new Set(found)];
  });
}

/** What axe finds against WCAG 2.2 AA. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<Found> } };
    type Found = { violations: { id: string; nodes: { target: unknown[] }[] }[] };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
}

test('every screen is accessible, within reach and whole, standing and lying, in three languages @core', async ({
  app,
  page,
  context,
  complaints,
}) => {
  test.setTimeout(400_000);
  // Loaded with each page, because the usual way injects it anew for every look.
  await context.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  complaints.allow(/status of (401|404|429|500|503)|ERR_INTERNET_DISCONNECTED/);
  const kiosk = new PlantedKiosk(page, app.url);
  await kiosk.plant(context, folder ? 'calm' : 'bare');
  const found: string[] = [];
  for (const { name, reach, shows } of scenes) {
    await page.setViewportSize(standing);
    await reach(kiosk);
    await expect(page.getByText(shows).first(), name).toBeVisible();
    for (const size of [standing, lying]) {
      await page.setViewportSize(size);
      found.push(...(await violations(page)).map((rule) => `${name}, ${size.width}: ${rule}`));
      if (folder) {
        await expect(page.locator('[data-avatar] canvas').first()).toBeVisible();
        await page.screenshot({
          path: `${folder}/kiosk-${name}-${size.width}.png`,
          animations: 'disabled',
        });
      }
    }
    for (const language of ['Español', 'English', 'Français']) {
      await page.getByRole('button', { name: language }).click();
      await expect(page.getByRole('button', { name: language })).toHaveAttribute('aria-pressed', 'true');
      for (const size of [standing, lying]) {
        await page.setViewportSize(size);
        found.push(...(await faults(page)).map((fault) => `${name}, ${language}, ${size.width}: ${fault}`));
      }
    }
  }
  expect(found).toEqual([]);
  if (folder) writeFileSync(`${folder}/kiosk.md`, listOf(new Date()));
});

const listOf = (day: Date) =>
  [
    '# Screens of the kiosk',
    '',
    `Drawn ${day.toISOString().slice(0, 10)} by \`npm run screens\`, standing (1080) and lying (1920), in French.`,
    '',
    ...scenes.map(
      ({ name }) => `- ${name}: [standing](kiosk-${name}-1080.png), [lying](kiosk-${name}-1920.png)`,
    ),
    '',
  ].join('\n');

test('who only wants to get in is told so, and nothing else; ten seconds later nothing of them is left', async ({
  app,
  page,
  context,
}) => {
  await page.clock.install();
  const kiosk = new PlantedKiosk(page, app.url);
  await kiosk.plant(context);
  await kiosk.open();
  await kiosk.badge({ talk: false });
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Tu peux entrer, Inès');
  await expect(page.locator('.kiosk-stage')).toHaveText('Tu peux entrer, Inès');
  expect(kiosk.asked.filter((path) => path.includes('conversation'))).toEqual([]);
  await page.clock.runFor(9_000);
  await expect(title).toHaveText('Tu peux entrer, Inès');
  await page.clock.runFor(1_500);
  await expect(title).toHaveText('Passe ton badge');
  expect(await page.content()).not.toContain('Inès');
});

test('too many conversations at once are said kindly, and it begins when it is asked again', async ({
  app,
  page,
  context,
  complaints,
}) => {
  complaints.allow(/status of 429/);
  const kiosk = new PlantedKiosk(page, app.url);
  await kiosk.plant(context);
  await kiosk.open();
  kiosk.limit(true);
  await kiosk.consent();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Un instant');
  await expect(page.getByText('Tu peux entrer, ou réessayer dans un moment.')).toBeVisible();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(title).toHaveText('Bonjour Inès');
  await expect(title).toHaveText('Un instant');
  kiosk.limit(false);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible();
});

test('a screen about somebody who has gone is cleared by itself', async ({ app, page, context }) => {
  await page.clock.install();
  const kiosk = new PlantedKiosk(page, app.url);
  await kiosk.plant(context);
  await kiosk.open();
  await kiosk.badge({ talk: null });
  await expect(page.getByText('Bonjour Inès')).toBeVisible();
  await page.clock.runFor(30_500);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Passe ton badge');
  await kiosk.badge({ talk: null });
  await page.getByRole('button', { name: 'Juste entrer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu peux entrer, Inès');
  await page.clock.runFor(10_500);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Passe ton badge');
  expect(await page.content()).not.toContain('Inès');
});

test('no surname reaches the kiosk', async ({ app, page }) => {
  const slug = 'lyon-vaise-entree';
  const member = await freshMember(app, slug);
  const [whole] = await ask(
    app,
    (sql) =>
      sql<{ last_name: string }[]>`select last_name from public.gym_members_v2 where id = ${member.id}`,
  );
  await pairKiosk(app, page, slug, 'fr');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/kiosk/scan'));
  await holdBadge(page, member.badge_id);
  const scan = await (await answered).text();
  await expect(page.getByText(`Bonjour ${member.first_name}`)).toBeVisible();
  expect(scan).not.toContain(whole?.last_name);
  expect(await page.content()).not.toContain(whole?.last_name);
});
