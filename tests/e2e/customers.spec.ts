import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { hashBadge } from '../support/badges.ts';
import type { RunningApp } from './support/app.ts';
import { holdBadge } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';
import { linkIn, mailTo, stranger } from './support/people.ts';

const CLIENTS = '/dashboard/admin/clients';
const mark = () => randomBytes(3).toString('hex');
const next = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click();
const step = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();

/** A request that no button of the page makes. */
const forge = (app: RunningApp, page: Page, method: string, path: string, data: object = {}) =>
  page.request.fetch(path, { method, data, headers: { origin: app.url } });

/** Draws up an independent gym as far as the step of its owner. */
async function begin(page: Page, name: string) {
  await page.goto(`${CLIENTS}/new`);
  await page.getByRole('radio', { name: /Salle indépendante/ }).check();
  await page.getByLabel('Nom de la salle').fill(name);
  await page.getByLabel('Ville', { exact: true }).fill('Nantes');
  await next(page);
  await step(page, 'Formule');
  await page.getByRole('radio', { name: /Starter/ }).check();
  await next(page);
  await step(page, 'Responsable');
}

/** Answers the steps from the owner on, and makes the customer. */
async function finish(page: Page, guest: { name: string; email: string }) {
  await page.getByLabel('Prénom et nom').fill(guest.name);
  await page.getByLabel('Adresse e-mail').fill(guest.email);
  await next(page);
  await step(page, 'Première salle');
  await expect(page.getByLabel('Fuseau horaire')).toHaveValue('Europe/Paris');
  await next(page);
  await step(page, 'Première borne');
  await page.getByLabel('Nom de la borne').fill('Entrée');
  await page.getByLabel('Emplacement').fill('Porte principale');
  await next(page);
  await step(page, 'Récapitulatif');
  await page.getByRole('button', { name: 'Créer le client' }).click();
}

async function acceptByMail(app: RunningApp, page: Page, email: string) {
  await page.goto(linkIn(await mailTo(app, email, /invitation/)));
  await page.getByRole('button', { name: 'Ouvrir l’invitation' }).click();
  await page.getByLabel('Mot de passe').fill('quatre mots sans lien');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Créer mon accès' }).click();
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
}

/** Opens a customer's panel by searching for it. */
async function openCustomer(page: Page, name: string) {
  await page.goto(`${CLIENTS}?search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  const panel = page.getByRole('complementary', { name });
  await expect(panel.getByRole('heading', { level: 2, name })).toBeVisible();
  return panel;
}

test('a customer is drawn up, left, resumed and made; its manager starts; on hold all is closed, and comes back @core', async ({
  app,
  page,
  login,
  openContext,
  complaints,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  complaints.allow(/status of 403/);
  const name = `Salle Graslin ${mark()}`;
  const guest = stranger();
  await login('super_admin');

  // Left in the middle, and taken up again from the list.
  await begin(page, name);
  await page.getByLabel('Prénom et nom').fill(guest.name);
  await page.getByRole('button', { name: 'Enregistrer et quitter' }).click();
  await expect(page).toHaveURL(new RegExp(`${CLIENTS}$`));
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: 'Reprendre' }).click();
  await step(page, 'Responsable');
  await expect(page.getByLabel('Prénom et nom')).toHaveValue(guest.name);
  await finish(page, guest);
  await expect(page.getByRole('heading', { name: `${name} est client` })).toBeVisible();
  await everyLook(page, () => expectAccessible());
  await page.getByRole('button', { name: 'Afficher le code d’appairage' }).click();
  const code = await page.getByRole('dialog').locator('dd').first().textContent();
  const address = await page.getByRole('dialog').getByRole('link').getAttribute('href');

  const desk = await (await openContext({ locale: 'fr-FR' })).newPage();
  await acceptByMail(app, desk, guest.email);
  const kiosk = await (await openContext({ viewport: { width: 1080, height: 1920 } })).newPage();
  await kiosk.goto(new URL(address ?? '').pathname);
  await kiosk.getByRole('textbox').fill(code ?? '');
  await kiosk.keyboard.press('Enter');
  await expect(kiosk.getByRole('textbox')).toHaveCount(0);

  // Put on hold, with a reason.
  const panel = await openCustomer(page, name);
  await expect(panel).toContainText(guest.email);
  await panel.getByRole('button', { name: /^Suspendre/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Raison').fill('Deux factures impayées');
  await dialog.getByRole('button', { name: 'Suspendre' }).click();
  await expect(page.getByText(`${name} est suspendu.`)).toBeVisible();
  await expect(panel).toContainText('Deux factures impayées');

  await desk.reload();
  await expect(desk.getByText('Le compte est suspendu')).toBeVisible();
  const [place] = await ask(
    app,
    (sql) => sql<{ gym: string; kiosk: string }[]>`
      select g.id as gym, k.id as kiosk from public.gyms g join public.kiosks k on k.gym_id = g.id where g.name = ${name}`,
  );
  const issue = () => forge(app, desk, 'POST', `/api/dashboard/kiosks/${place?.kiosk}/code`);
  const refused = await issue();
  expect([refused.status(), (await refused.json()).code]).toEqual([403, 'customer_suspended']);

  // The kiosk is closed, and a badge is greeted all the same.
  const badge = `1a${randomBytes(2).toString('hex')}c4`;
  const number = String(Number.parseInt(badge, 16)).padStart(10, '0');
  await ask(
    app,
    (sql) => sql`
      with made as (
        insert into public.gym_members_v2 (gym_id, first_name, last_name, badge_id)
        values (${place!.gym}, 'Maëlle', 'Fictive', ${number}) returning id, gym_id
      )
      insert into public.member_badges (gym_id, member_id, badge_hash)
      select gym_id, id, ${hashBadge(badge, app.badgeHashKey)} from made`,
  );
  await kiosk.reload();
  await expect(kiosk.getByRole('heading', { name: 'La borne est fermée' })).toBeVisible();
  await holdBadge(kiosk, number);
  await expect(kiosk.getByText(/Bienvenue, Maëlle/).first()).toBeVisible();

  // Resumed.
  await panel.getByRole('button', { name: /^Reprendre/ }).click();
  await expect(page.getByText(`${name} a repris.`)).toBeVisible();
  await desk.reload();
  await expect(desk.getByText('Le compte est suspendu')).toHaveCount(0);
  expect((await issue()).status()).toBe(200);
  await kiosk.reload();
  await expect(kiosk.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(kiosk.getByText('La borne est fermée')).toHaveCount(0);
});

test('by keyboard alone: a customer gets another plan, which is taken back, and a trial whose end its manager is told of', async ({
  app,
  page,
  login,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const name = `Salle Bouffay ${mark()}`;
  const guest = stranger();
  await login('super_admin');
  await begin(page, name);
  await finish(page, guest);
  await expect(page.getByRole('heading', { name: `${name} est client` })).toBeVisible();

  const panel = await openCustomer(page, name);
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: /Starter/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /Starter/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${name} passe à la formule Pro.`)).toBeVisible();
  await expect(panel).toContainText('Pro');
  await page.keyboard.press('z');
  await expect(panel).toContainText('Starter');

  await page.keyboard.press('t');
  const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel('Dernier jour de l’essai').fill(inThreeDays);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel).toContainText(/Essai jusqu’au/);
  await everyLook(page, () => expectAccessible());

  const desk = await (await openContext({ locale: 'fr-FR' })).newPage();
  await acceptByMail(app, desk, guest.email);
  await expect(desk.getByText(/Votre période d’essai se termine dans [234] jours/)).toBeVisible();
});

test('an address that somebody has is refused at the end, and leads back to its step with everything kept', async ({
  page,
  login,
  complaints,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of 409/);
  const name = `Salle Erdre ${mark()}`;
  await login('super_admin');
  await begin(page, name);
  await next(page);
  await expect(page.getByText('À remplir').first()).toBeVisible();
  await finish(page, { name: 'Ida Sauvagnac', email: 'camille@atelier-forme.example' });
  await expect(page.getByText('Cette adresse est déjà prise')).toBeVisible();
  await page.getByRole('link', { name: 'Modifier : Responsable' }).last().click();
  await step(page, 'Responsable');
  await expect(page.getByLabel('Prénom et nom')).toHaveValue('Ida Sauvagnac');
  await page.goto(CLIENTS);
  const draft = page.getByRole('listitem').filter({ hasText: name });
  await draft.getByRole('button', { name: `Jeter le brouillon ${name}` }).click();
  await expect(draft).toHaveCount(0);
});
