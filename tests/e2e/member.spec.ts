import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';

const MANAGER = 'camille@atelier-forme.example';
const STAFF = 'ines@atelier-forme.example';

interface Somebody {
  id: string;
  name: string;
}

/** Somebody of Lyon Part-Dieu whom no other journey knows. */
async function newMember(app: RunningApp, firstName = 'Zoé'): Promise<Somebody> {
  const id = randomUUID();
  const lastName = `Parcours ${id.slice(0, 8)}`;
  await ask(
    app,
    (sql) => sql`
      insert into public.gym_members_v2 (id, gym_id, first_name, last_name, email, phone, membership_type, member_since)
      select ${id}, g.id, ${firstName}, ${lastName}, ${`${id}@example.test`}, '06 39 98 00 11', 'Liberté', '2024-03-01'
      from public.gyms g where g.name = 'Lyon Part-Dieu'`,
  );
  return { id, name: `${firstName} ${lastName}` };
}

const pageOf = ({ id }: Somebody, more = '') => `/dashboard/members/${id}${more}`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const history = (page: Page) => page.getByRole('region', { name: 'Son histoire' });
const toast = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

test('a member is created, noted, edited by two at once, deleted, brought back and merged', async ({
  app,
  page,
  login,
  openContext,
}) => {
  test.setTimeout(180_000);
  const mark = randomUUID().slice(0, 8);
  const name = `Zoé Nouvelle ${mark}`;
  const double = await newMember(app);
  await login(MANAGER);
  await page.goto('/dashboard/members/new');
  await page.getByRole('button', { name: 'Créer la fiche' }).click();
  await expect(page.getByText('Saisissez un prénom')).toBeVisible();
  await page.getByLabel('Prénom').fill('Zoé');
  await page.getByLabel('Nom', { exact: true }).fill(`Nouvelle ${mark}`);
  await page.getByLabel('E-mail').fill(`${double.id}@example.test`);
  await expect(page.getByText('Une fiche existe peut-être déjà')).toBeVisible();
  await expect(page.getByRole('link', { name: double.name })).toBeVisible();
  await page.getByLabel('Formule').fill('Liberté');
  await page.getByRole('button', { name: 'Créer la fiche' }).click();
  await expect(heading(page, name)).toBeVisible();
  await toast(page, `${name} : fiche créée`.replace(' :', '\u00a0:'));
  const address = new URL(page.url()).pathname;

  await page.getByLabel('Écrire une note').fill('Cherche un cours du soir');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(history(page).getByText('Cherche un cours du soir')).toBeVisible();
  await page.getByRole('button', { name: 'Noter un contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Résultat').selectOption({ label: 'Pas de réponse' });
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(history(page).getByText('Pas de réponse')).toBeVisible();

  const second = await (await openContext({ locale: 'fr-FR' })).newPage();
  await login('franchise_owner', second);
  await second.goto(`${address}/edit`);
  await second.getByLabel('Formule').fill('Annuel');
  await page.goto(`${address}/edit`);
  await page.getByLabel('Formule').fill('Duo');
  await page.getByLabel('Téléphone').fill('06 39 98 00 12');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(heading(page, name)).toBeVisible();
  await second.getByRole('button', { name: 'Enregistrer' }).first().click();
  const both = second.getByRole('group', { name: 'Formule' });
  await expect(both.getByText('Duo')).toBeVisible();
  await expect(both.getByText('Annuel')).toBeVisible();
  await second.getByRole('button', { name: 'Enregistrer ces choix' }).click();
  await expect(second.getByText(/Formule Annuel/)).toBeVisible();
  await expect(second.getByRole('link', { name: /06.39.98.00.12/ }).last()).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(page.getByText(/Fiche supprimée, effacée définitivement le/)).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText(/Fiche supprimée/)).toHaveCount(0);

  await page.goto(`${address}/merge`);
  await page.getByRole('link', { name: `Comparer ${double.name}` }).click();
  await expect(page.getByText('Fiche fusionnée')).toBeVisible();
  await page.getByRole('button', { name: 'Fusionner les deux fiches' }).click();
  await expect(heading(page, name)).toBeVisible();
  await page.goto(pageOf(double));
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('an unsaved form asks before it is left, and what was typed stays', async ({ app, page, login }) => {
  const member = await newMember(app);
  await login(MANAGER);
  await page.goto(pageOf(member));
  await page.keyboard.press('e');
  await page.getByLabel('Formule').fill('Annuel');
  await page.getByRole('link', { name: 'Revenir' }).click();
  await page.getByRole('button', { name: 'Continuer la saisie' }).click();
  await expect(page.getByLabel('Formule')).toHaveValue('Annuel');
  await page.getByRole('link', { name: 'Revenir' }).click();
  await page.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
  await expect(page.getByText(/Formule Liberté/)).toBeVisible();
});

test('staff see no contact and change nobody, note and record a consent with its receipt', async ({
  app,
  page,
  login,
}) => {
  const member = await newMember(app);
  await login(STAFF);
  await page.goto(pageOf(member));
  await expect(heading(page, member.name)).toBeVisible();
  await expect(page.getByText('Téléphone et e-mail sont réservés aux responsables.')).toBeVisible();
  await expect(page.getByText('@example.test')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Modifier/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Noter un accord' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Pour quoi').selectOption({ label: 'Se souvenir, recontacter' });
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('link', { name: 'Reçu' }).click();
  await expect(heading(page, 'Reçu des accords')).toBeVisible();
  await expect(page.getByRole('row', { name: /Se souvenir, recontacter/ })).toContainText(
    /accepté.*À l’accueil, noté par Inès/,
  );
  await page.goto(pageOf(member, '/edit'));
  await expect(heading(page, 'Votre rôle n’ouvre pas cette page')).toBeVisible();
  const forged = await page.request.fetch(`/api/dashboard/members/${member.id}`, {
    method: 'DELETE',
    headers: { origin: app.url },
  });
  expect(forged.status()).toBe(403);
});

test('by keyboard alone: opened, edited, saved, and back to the list', async ({ app, page, login }) => {
  const member = await newMember(app);
  await login(MANAGER);
  await page.goto(pageOf(member));
  await page.keyboard.press('t');
  await page.keyboard.press('e');
  await expect(heading(page, `Modifier ${member.name}`)).toBeVisible();
  await page.getByLabel('Formule').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Annuel');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Formule Annuel/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/dashboard\/members$/);
});

test('a member of another customer is not found, neither the page nor its forms', async ({
  app,
  page,
  login,
  complaints,
}) => {
  complaints.allow(/404/);
  const [foreign] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`
      select m.id from public.gym_members_v2 m join public.gyms g on g.id = m.gym_id
      join public.franchises f on f.id = g.franchise_id where f.name <> 'Atelier Forme' limit 1`,
  );
  await login(MANAGER);
  for (const more of ['', '/edit', '/merge', '/receipt']) {
    const answer = await page.goto(pageOf({ id: foreign!.id, name: '' }, more));
    expect(answer?.status(), more).toBe(404);
  }
});

test('every page of a member is accessible in both themes and fits a narrow phone', async ({
  app,
  page,
  login,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const member = await newMember(app);
  const double = await newMember(app, 'Zoe');
  await login(MANAGER);
  for (const more of ['', '/edit', '/merge', `/merge?with=${double.id}`, '/receipt']) {
    await page.goto(pageOf(member, more));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await everyLook(page, () => expectAccessible());
  }
});
