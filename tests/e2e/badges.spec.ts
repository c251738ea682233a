import type { Page } from '@playwright/test';
import { holdBadge, pairKiosk } from './support/at-the-kiosk.ts';
import { badgeNumber, current, enter, listening, newGym } from './support/badge-desk.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';

async function expectNarrow(page: Page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} at 360 px`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

test('staff give one badge after the other at a reader of the desk', async ({ app, page, complaints }) => {
  complaints.allow(/status of 422/);
  test.setTimeout(120_000);
  const gym = await enter(app, page, 'gym_staff');
  const [first, second] = [badgeNumber(), badgeNumber()];
  await page.goto('/dashboard/entries/badges');
  const now = page.getByRole('region', { name: 'Badge en cours' });
  await expect(now).toContainText('Ana Alvarez');
  await listening(page);
  const readAgain = page.waitForResponse((response) => response.url().includes('_rsc='));
  await holdBadge(page, first);
  await expect(page.getByText('Ana A. a son badge.')).toBeVisible();
  await readAgain;
  await expect(now).toContainText('Bea Bonnet');
  await expect(now).toContainText('1 badge donné, encore 3 adhérents sans badge');

  // The same badge again, for somebody else.
  await holdBadge(page, first);
  await expect(now.getByRole('alert')).toContainText('Ce badge est celui de Ana A.');
  await now.getByRole('button', { name: 'Prendre un autre badge' }).click();
  await holdBadge(page, second);
  await expect(now).toContainText('Cleo Caron');

  // A hand types slowly, and says what is no badge.
  const field = now.getByLabel('ou le numéro imprimé');
  await field.fill('123');
  await field.press('Enter');
  await expect(now).toContainText('au moins cinq chiffres');
  await field.fill('08A1B2C3');
  await field.press('Enter');
  await expect(now.getByRole('alert')).toContainText('Ce n’est pas un badge du club');
  await expect(field).toHaveValue('08A1B2C3');
  await field.fill('213,02000');
  await field.press('Enter');
  await expect(now).toContainText('Dora Denis');
  expect(await current(app, gym, 'Cleo')).toBe('213,02000');

  // Taken back, and she is the next again.
  await page.getByRole('button', { name: /^Annuler Z|Annuler$/ }).click();
  await expect(now).toContainText('Cleo Caron');
  expect(await current(app, gym, 'Cleo')).toBeNull();
  await now.getByRole('button', { name: /Passer/ }).click();
  await now.getByRole('button', { name: /Passer/ }).click();
  await expect(now).toContainText('Tout le monde a été servi');
  await page.getByRole('button', { name: 'Annuler pour Dora D.' }).click();
  await expect(now).toContainText('Dora Denis');
});

test('a kiosk learns how its reader writes, reads for the desk, and greets', async ({
  app,
  page,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of (404|409|410)/);
  test.setTimeout(180_000);
  const gym = await enter(app, page, 'gym_manager');
  const screen = await (
    await openContext({ viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' })
  ).newPage();
  await pairKiosk(app, screen, gym.slug, 'fr');

  await page.goto('/dashboard/entries/readers');
  await page.getByRole('button', { name: /Apprendre.*Entrée/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Numéro imprimé sur ce badge').fill('3829058002');
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await expect(dialog).toContainText('Passez maintenant le badge 3829058002');
  await holdBadge(screen, '3536403172');
  await expect(screen.getByText('Badge lu')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'borne Entrée' })).toContainText(
    'Numéro décimal, octets inversés',
  );

  await page.goto('/dashboard/entries/badges');
  const now = page.getByRole('region', { name: 'Badge en cours' });
  await now.getByLabel('Lire le badge').selectOption({ label: 'à la borne Entrée' });
  await expect(now).toContainText('La borne Entrée attend le badge.');
  await holdBadge(screen, '3536403172');
  await expect(now).toContainText('Bea Bonnet');
  expect(await current(app, gym, 'Ana')).toBe('8002');
  await holdBadge(screen, '3536403172');
  await expect(screen.getByText(/Ana/).first()).toBeVisible();
});

test('lost and replaced: the kiosk says so, and the desk is told', async ({
  app,
  page,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of (404|409|410)/);
  test.setTimeout(180_000);
  const gym = await enter(app, page, 'gym_staff');
  const screen = await (
    await openContext({ viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' })
  ).newPage();
  await pairKiosk(app, screen, gym.slug, 'fr');
  const [old, fresh] = [badgeNumber(), badgeNumber()];
  await page.goto('/dashboard/entries/badges');
  await listening(page);
  await holdBadge(page, old);
  await expect(page.getByText('Ana A. a son badge.')).toBeVisible();
  await holdBadge(screen, old);
  await expect(screen.getByText(/Ana/).first()).toBeVisible();

  await page.goto('/dashboard/entries');
  await page.getByRole('link', { name: 'Ana A.' }).click();
  const badge = page.getByRole('region', { name: 'Badge', exact: true });
  await expect(badge).toContainText(old.slice(-4));
  await badge.getByRole('button', { name: 'Remplacer' }).click();
  await expect(page.getByRole('dialog')).toContainText('Remplacer le badge de Ana A.');
  await holdBadge(page, fresh);
  await expect(page.getByText('Le badge de Ana A. est remplacé.')).toBeVisible();
  await expect(badge.getByRole('listitem')).toContainText('remplacé');
  await holdBadge(screen, old);
  await expect(screen.getByText('Ce badge a été remplacé')).toBeVisible();

  await badge.getByRole('button', { name: 'Déclarer perdu' }).click();
  await expect(page.getByText('Le badge de Ana A. est déclaré perdu.')).toBeVisible();
  await holdBadge(screen, fresh);
  await expect(screen.getByText('Ce badge a été déclaré perdu')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Badge déclaré perdu' })).toContainText('Ana A.');
  await page.keyboard.press('z');
  await expect(badge).toContainText(fresh.slice(-4));
  const told = await ask(
    app,
    (sql) =>
      sql`select 1 from public.manager_alerts where gym_id = ${gym.id} and context ->> 'code' = 'badge_lost'`,
  );
  expect(told.length).toBe(1);
});

test('an unknown read shows by itself in the log and is given to a member', async ({
  app,
  page,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of (404|409)/);
  test.setTimeout(180_000);
  const gym = await enter(app, page, 'gym_manager');
  const screen = await (
    await openContext({ viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' })
  ).newPage();
  await pairKiosk(app, screen, gym.slug, 'fr');
  await page.goto('/dashboard/entries');
  await expect(page.getByText('Aucun badge n’a été lu aujourd’hui')).toBeVisible();
  const badge = badgeNumber();
  await holdBadge(screen, badge);
  const row = page.getByRole('row').filter({ hasText: 'Badge inconnu' });
  await expect(row).toBeVisible();
  await row.getByRole('link').click();
  const panel = page.getByRole('complementary', { name: /Passage de/ });
  await panel.getByLabel('Adhérent').fill('cle');
  await panel.getByRole('button', { name: /Cleo C/ }).click();
  await expect(page.getByText('Cleo C. a son badge.')).toBeVisible();
  await expect(panel).toContainText('Maintenant à');
  expect(await current(app, gym, 'Cleo')).toBe(badge.slice(-4));
  await page.getByRole('link', { name: /^Inconnus/ }).click();
  await expect(page).toHaveURL(/view=unknown/);
  await expect(page.getByRole('row')).toHaveCount(2);
  const file = await page.request.get(`/api/dashboard/entries/export?gym=${gym.id}`);
  expect(await file.text()).toContain('Badge inconnu');
});

test('a guest is lent a badge for the day and gives it back', async ({ app, page }) => {
  const gym = await enter(app, page, 'gym_staff');
  await page.goto('/dashboard/entries/guests');
  await expect(page.getByText('Aucun badge prêté aujourd’hui')).toBeVisible();
  await listening(page);
  const badge = badgeNumber();
  await holdBadge(page, badge);
  await expect(page.getByText('Notez d’abord le prénom')).toBeVisible();
  await page.getByLabel('Prénom').fill('Gaston');
  await holdBadge(page, badge);
  const guest = page.getByRole('listitem').filter({ hasText: 'Gaston' });
  await expect(guest).toContainText(badge.slice(-4));
  const [row] = await ask(
    app,
    (sql) =>
      sql`select member_kind from public.gym_members_v2 where gym_id = ${gym.id} and first_name = 'Gaston'`,
  );
  expect(row).toEqual({ member_kind: 'guest' });
  await page.getByRole('button', { name: 'Badge rendu par Gaston' }).click();
  await expect(guest).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(guest).toBeVisible();
});

test('another gym’s people find nothing, whatever they send', async ({ app, page }) => {
  const theirs = await newGym(app);
  await enter(app, page, 'gym_manager');
  const [found] = await ask(
    app,
    (sql) => sql<{ member: string; kiosk: string }[]>`
      select m.id as member, k.id as kiosk from public.gym_members_v2 m join public.kiosks k on k.gym_id = m.gym_id
      where m.gym_id = ${theirs.id} limit 1`,
  );
  const send = async (path: string, method: string, data?: object) =>
    (await page.request.fetch(path, { method, data, headers: { origin: app.url } })).status();
  const api = '/api/dashboard';
  expect(await send(`${api}/badges`, 'POST', { member_id: found?.member, read: badgeNumber() })).toBe(404);
  expect(await send(`${api}/badges/captures`, 'POST', { kiosk_id: found?.kiosk })).toBe(404);
  expect(await send(`${api}/badges/readers/${found?.kiosk}`, 'PUT', { form: 'hex' })).toBe(404);
  const guest = { gym_id: theirs.id, first_name: 'Gaston', read: badgeNumber() };
  expect(await send(`${api}/badges/guests`, 'POST', guest)).toBe(404);
  expect(await send(`${api}/entries/export?gym=${theirs.id}`, 'GET')).toBe(404);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`log, round, guests and readers are accessible and narrow in ${colorScheme}`, async ({
    app,
    openContext,
    expectAccessible,
  }) => {
    test.setTimeout(180_000);
    const page = await (await openContext({ locale: 'fr-FR', colorScheme })).newPage();
    const gym = await enter(app, page, 'gym_manager');
    await ask(
      app,
      (sql) => sql`
        insert into public.badge_scans (gym_id, kiosk_id, client_event_id, badge_hash, outcome, scanned_at)
        select gym_id, id, gen_random_uuid(), ${'ab'.repeat(32)}, 'unknown', now() from public.kiosks where gym_id = ${gym.id}`,
    );
    const check = async () => {
      await expectAccessible(page);
      await expectNarrow(page);
    };
    await page.goto('/dashboard/entries');
    await page.getByRole('row').filter({ hasText: 'Badge inconnu' }).getByRole('link').click();
    await expect(
      page.getByRole('complementary', { name: /Passage de/ }).getByLabel('Adhérent'),
    ).toBeVisible();
    await check();
    await page.goto('/dashboard/entries/badges');
    await expect(page.getByText('Ana Alvarez')).toBeVisible();
    await check();
    await page.goto('/dashboard/entries/guests');
    await listening(page);
    await holdBadge(page, badgeNumber());
    await expect(page.getByText('Notez d’abord le prénom')).toBeVisible();
    await check();
    await page.goto('/dashboard/entries/readers');
    await page.getByRole('button', { name: /Apprendre.*Entrée/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
  });
