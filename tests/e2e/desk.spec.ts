import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { holdBadge, pairKiosk } from './support/at-the-kiosk.ts';
import { newComer, visitsOf } from './support/desk.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';

const STAFF = 'ines@atelier-forme.example';
const MANAGER = 'camille@atelier-forme.example';
const KIOSK = 'lyon-part-dieu-entree';

const line = (page: Page, name: string) =>
  page
    .getByRole('region', { name: /^Viennent d’arriver/ })
    .getByRole('listitem')
    .filter({ hasText: name });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Noter une arrivée' });

/** A visit that began a moment ago, as a kiosk writes it. */
const comeIn = (app: RunningApp, id: string) =>
  ask(
    app,
    (sql) => sql`
      select private.record_visit(gym_id, id, gym_id, now(), 'kiosk', null) from public.gym_members_v2 where id = ${id}`,
  );

test('who badges appears at the desk with something to say, once for the whole team @core', async ({
  app,
  page,
  login,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const comer = await newComer(app, {
    ends: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  });
  await login(STAFF);
  await expect(page.getByRole('heading', { name: 'Accueil' })).toBeAttached();
  const second = await (await openContext()).newPage();
  await login(MANAGER, second);
  await second.getByRole('link', { name: 'Accueil', exact: true }).first().click();
  await expect(second).toHaveURL(/\/dashboard\/desk$/);

  const kiosk = await (await openContext({ locale: 'fr-FR' })).newPage();
  await pairKiosk(app, kiosk, KIOSK, 'fr');
  await holdBadge(kiosk, comer.badge);
  await expect(line(page, comer.name)).toContainText('Première visite');
  await expect(line(page, comer.name)).toContainText('L’abonnement s’arrête');
  await expect(line(page, comer.name)).not.toContainText('Quartz');
  await expect(line(second, comer.name)).toContainText('Première visite');

  await page.getByRole('link', { name: comer.name }).focus();
  await page.keyboard.press('e');
  await expect(page.getByText(`C’est dit à ${comer.name}`)).toBeVisible();
  await expect(line(page, comer.name)).not.toContainText('Première visite');
  await expect(line(page, comer.name)).toContainText(/Dit par Inès Delorme/);
  await expect(line(second, comer.name)).not.toContainText('Première visite');
  await expect(line(second, comer.name)).toContainText(/Dit par Inès Delorme/);
  await page.keyboard.press('z');
  await expect(line(page, comer.name)).toContainText('Première visite');
  await expect(line(second, comer.name)).toContainText('Première visite');

  await everyLook(page, () => expectAccessible());
  await page.setViewportSize({ width: 360, height: 780 });
  const button = line(page, comer.name).getByRole('button', { name: /Première visite/ });
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await button.click();
  await expect(line(page, comer.name)).not.toContainText('Première visite');

  await page.getByRole('button', { name: `${comer.name} est parti` }).click();
  await expect(page.getByText(`Départ noté\u00a0: ${comer.name}`)).toBeVisible();
  expect(await visitsOf(app, comer)).toMatchObject([{ source: 'kiosk', left: true }]);
});

test('somebody without a badge is let in by name, and that is taken back', async ({ app, page, login }) => {
  test.setTimeout(120_000);
  const comer = await newComer(app);
  await login(STAFF);
  await expect(search(page)).toBeVisible();
  await page.locator('body').click({ position: { x: 700, y: 5 } });
  await page.keyboard.type(comer.firstName);
  await expect(search(page)).toHaveValue(comer.firstName);
  await expect(page.getByRole('button', { name: `${comer.firstName} Quartz` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Entrée notée\u00a0: ${comer.name}`)).toBeVisible();
  await expect(line(page, comer.name)).toContainText('à la main');
  await expect(search(page)).toHaveValue('');
  expect(await visitsOf(app, comer)).toMatchObject([{ source: 'desk' }]);

  await page.getByRole('button', { name: /^Annuler/ }).click();
  await expect(line(page, comer.name)).toHaveCount(0);
  expect(await visitsOf(app, comer)).toEqual([]);

  // A reader at the desk types the number and Enter at once; the same badge again is the same visit.
  await page.keyboard.press('/');
  for (const said of [/^Entrée notée/, /était déjà en salle/]) {
    await search(page).pressSequentially(comer.badge);
    await page.keyboard.press('Enter');
    await expect(page.getByText(said)).toBeVisible();
  }
  expect(await visitsOf(app, comer)).toHaveLength(1);
});

test('a membership that has ended warns first, and the reason is kept', async ({
  app,
  page,
  login,
  complaints,
  openContext,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of 40[34]/);
  const comer = await newComer(app, { ends: '2026-01-31' });
  const kiosk = await (await openContext({ locale: 'fr-FR' })).newPage();
  await pairKiosk(app, kiosk, KIOSK, 'fr');
  await login(STAFF);
  await holdBadge(kiosk, comer.badge);
  await expect(line(page, comer.name)).toContainText('Abonnement terminé le 31');
  expect(await visitsOf(app, comer)).toEqual([]);
  await line(page, comer.name)
    .getByRole('button', { name: `Faire entrer ${comer.name}` })
    .click();
  const dialog = page.getByRole('dialog', { name: /est terminé$/ });
  await dialog.getByRole('button', { name: 'Renouvelle à l’accueil' }).click();
  await expect(line(page, comer.name)).toContainText('à la main');
  expect(await visitsOf(app, comer)).toMatchObject([{ source: 'desk' }]);

  const forge = (path: string, data: object) =>
    page.request.post(path, { data, headers: { origin: app.url } });
  const stranger = await newComer(app, { gym: 'Harbour Gym' });
  const answer = await forge('/api/dashboard/desk/check-ins', { member_id: stranger.id });
  expect(answer.status()).toBe(404);
  expect(await visitsOf(app, stranger)).toEqual([]);
  const late = await forge('/api/dashboard/desk/check-ins', {
    member_id: comer.id,
    at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  expect(late.status()).toBe(422);
});

test('staff find the figures, and the platform no desk without a visit', async ({
  page,
  login,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of 403/);
  await login(STAFF);
  await page.getByRole('link', { name: 'Les chiffres du jour' }).click();
  await expect(page).toHaveURL(/\/dashboard\/overview$/);
  await expect(page.getByText('Visites hier')).toBeVisible();
  const other = await (await openContext()).newPage();
  await login('super_admin', other);
  await other.goto('/dashboard/desk');
  await expect(other.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette page' })).toBeAttached();
});

test('the desk stays open all day: fifty changes later it is as light as before', async ({
  app,
  page,
  login,
}) => {
  test.setTimeout(180_000);
  const comer = await newComer(app);
  await comeIn(app, comer.id);
  await page.clock.install();
  await login(STAFF);
  await expect(line(page, comer.name)).toBeVisible();
  const probe = await page.context().newCDPSession(page);
  await probe.send('Performance.enable');
  const weight = async () => {
    await probe.send('HeapProfiler.collectGarbage');
    const { metrics } = await probe.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  const change = async (left: boolean) => {
    await ask(
      app,
      (sql) =>
        sql`update public.gym_visits set left_at = case when ${left} then now() end where member_id = ${comer.id}`,
    );
    await page.clock.fastForward(3_500);
    if (left) await expect(line(page, comer.name)).toContainText('parti à');
    else await expect(line(page, comer.name)).not.toContainText('parti à');
  };
  for (const round of [1, 2, 3, 4]) await change(round % 2 === 1);
  const before = await weight();
  for (let round = 1; round <= 50; round++) await change(round % 2 === 1);
  const after = await weight();
  expect(after.listeners, 'listeners').toBeLessThanOrEqual(before.listeners * 1.2);
  expect(after.nodes, 'nodes').toBeLessThanOrEqual(before.nodes * 1.3);
});
