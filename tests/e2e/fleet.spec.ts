import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { pairKiosk } from './support/at-the-kiosk.ts';
import { enter, type Gym } from './support/badge-desk.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';

const kioskScreen = { viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' };

/** A kiosk beats as soon as its network is back; nobody here waits 30 s for the next one. */
async function beatNow(screen: Page) {
  const answered = screen.waitForResponse((response) => response.url().endsWith('/api/kiosk/heartbeat'));
  await screen.evaluate(() => window.dispatchEvent(new Event('online')));
  await answered;
}

const plant = (app: RunningApp, gym: Gym, seconds: number) =>
  ask(
    app,
    (sql) => sql`
      update public.kiosk_state set last_heartbeat_at = now() - make_interval(secs => ${seconds}), going_down_at = null
      where gym_id = ${gym.id}`,
  );

test('a manager sets a kiosk, commands it, and sees it fall silent', async ({
  app,
  page,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const gym = await enter(app, page, 'gym_manager');
  const screen = await (await openContext(kioskScreen)).newPage();
  await pairKiosk(app, screen, gym.slug, 'fr');

  await page.goto('/dashboard/kiosks');
  const row = page.getByRole('row').filter({ hasText: 'Entrée' });
  await expect(row).toContainText('en ligne');
  await expectAccessible(page);
  await row.getByRole('link').click();
  const peek = page.getByRole('complementary', { name: 'Entrée' });
  await expect(peek).toContainText('Tout fonctionne');
  await peek.getByRole('link', { name: 'Ouvrir' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Entrée' })).toBeVisible();

  // Settings reach the kiosk with its next heartbeat.
  await page.getByLabel('Emplacement').fill('Sous l’escalier');
  await page.getByLabel('Appuyer pour parler').check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Réglages enregistrés')).toBeVisible();
  const heard = screen.waitForResponse((response) => response.url().endsWith('/api/kiosk/heartbeat'));
  await screen.evaluate(() => window.dispatchEvent(new Event('online')));
  expect(await (await heard).json()).toMatchObject({ kiosk: { settings: { push_to_talk: true } } });

  // A command goes out, is carried out, and says so.
  await page.getByRole('button', { name: 'Relancer la page' }).click();
  const commands = page.getByRole('region', { name: 'Commandes' });
  await expect(commands).toContainText('attend la borne');
  const reloaded = screen.waitForEvent('load');
  await screen.evaluate(() => window.dispatchEvent(new Event('online')));
  await reloaded;
  await expect(screen.getByText(/^Passe(z votre| ton) badge$/)).toBeVisible();
  await expect(commands).toContainText('faite', { timeout: 20_000 });
  await expectAccessible(page);

  // Switched off, it says so; cut off, it is late and then offline.
  await page.goto('/dashboard/kiosks');
  await screen.close({ runBeforeUnload: true });
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('éteinte', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await plant(app, gym, 60);
  await page.reload();
  await expect(row).toContainText('en retard');
  await plant(app, gym, 120);
  await page.reload();
  await expect(row).toContainText('hors ligne');
  await expect(page.getByText('Une borne demande quelqu’un.')).toBeVisible();

  // Back, it says when it had no network; where nobody can talk it says why.
  await ask(
    app,
    (sql) => sql`
      with away as (
        insert into public.kiosk_absences (gym_id, kiosk_id, client_event_id, away_from, away_to)
        select gym_id, kiosk_id, gen_random_uuid(), now() - interval '9 minutes', now() - interval '2 minutes'
        from public.kiosk_state where gym_id = ${gym.id}
      )
      update public.kiosk_state set last_heartbeat_at = now(), ladder = 'badge', ladder_reason = 'plan_limit'
      where gym_id = ${gym.id}`,
  );
  await page.reload();
  await expect(row).toContainText('badges seuls');
  await row.getByRole('link').click();
  await expect(peek).toContainText(/aucune conversation ne commence.: conversations du mois épuisées/);
  await expect(peek).toContainText(/badges seuls, sans réseau.: /);
});

test('of two devices with one key the newer works, and the manager is told', async ({
  app,
  page,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of 409/);
  test.setTimeout(120_000);
  const gym = await enter(app, page, 'gym_manager');
  const first = await openContext(kioskScreen);
  const older = await first.newPage();
  await pairKiosk(app, older, gym.slug, 'fr');
  await page.goto('/dashboard/kiosks');
  const row = page.getByRole('row').filter({ hasText: 'Entrée' });
  await expect(row).toContainText('en ligne');
  await expect(row).not.toContainText('copiée');

  const second = await openContext(kioskScreen);
  await second.addCookies(await first.cookies());
  const copy = await second.newPage();
  await copy.goto(`/kiosk/${gym.slug}`);
  const attract = /^Passe(z votre| ton) badge$/;
  await expect(copy.getByText(attract)).toBeVisible();
  await beatNow(older);
  await expect(older.getByRole('heading', { name: 'Ouverte ailleurs' })).toBeVisible();
  await page.reload();
  await expect(row).toContainText('copiée ?');

  // Who is touched takes over.
  await older.mouse.click(500, 900);
  await expect(older.getByText(attract)).toBeVisible();
  await beatNow(copy);
  await expect(copy.getByRole('heading', { name: 'Ouverte ailleurs' })).toBeVisible();
});
