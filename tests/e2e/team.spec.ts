import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';
import { linkIn, mailTo, newPerson, type Person, stranger } from './support/people.ts';

const line = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const invite = (page: Page) => page.getByRole('main').getByRole('button', { name: /^Inviter/ });

/** Opens the dialog and fills who is asked; role and place are as the dialog proposes them. */
async function typeGuest(page: Page, { email, name }: { email: string; name: string }) {
  await invite(page).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Prénom et nom').fill(name);
  await dialog.getByLabel('Adresse e-mail').fill(email);
  return dialog;
}

const send = (page: Page) => page.getByRole('button', { name: 'Envoyer l’invitation' }).click();

async function signIn(page: Page, { email, password }: Person) {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(/\/dashboard/);
}

/** A request that no button of the page makes. */
const forge = (app: RunningApp, page: Page, method: string, path: string, data: object) =>
  page.request.fetch(path, { method, data, headers: { origin: app.url } });

async function expectNarrow(page: Page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} at 360 px`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

test('an owner invites a manager, who accepts by mail and has access @core', async ({
  app,
  page,
  login,
  openContext,
}) => {
  test.setTimeout(120_000);
  const guest = stranger();
  await login('franchise_owner');
  await page.getByRole('link', { name: 'Équipe', exact: true }).first().click();
  const dialog = await typeGuest(page, guest);
  await dialog.getByRole('radio', { name: /Responsable de salle/ }).check();
  await dialog.getByLabel('Salle', { exact: true }).selectOption({ label: 'Lyon Vaise' });
  await send(page);
  await expect(page.getByText(`Invitation envoyée à ${guest.email}.`)).toBeVisible();
  await expect(line(page, guest.name)).toContainText(/Responsable de salle.*Lyon Vaise.*Invitation envoyée/);

  const other = await (await openContext({ locale: 'fr-FR' })).newPage();
  await other.goto(linkIn(await mailTo(app, guest.email, /invitation/)));
  await other.getByRole('button', { name: 'Ouvrir l’invitation' }).click();
  await other.getByLabel('Mot de passe').fill('quatre mots sans lien');
  await other.getByRole('checkbox').check();
  await other.getByRole('button', { name: 'Créer mon accès' }).click();
  await other.getByRole('button', { name: 'Plus tard' }).click();
  await expect(other).toHaveURL(/\/dashboard$/);

  await page.reload();
  await expect(line(page, guest.name)).toContainText(/Ouvert.*aujourd’hui/);
});

test('a manager offers no role above their own, and a forged one is refused @core', async ({
  app,
  page,
  login,
}) => {
  await login('camille@atelier-forme.example');
  await page.goto('/dashboard/team');
  await expect(line(page, 'Inès Delorme')).toBeVisible();
  for (const beyond of ['Solène Valdemar', 'Marc Fontclaire'])
    await expect(page.getByText(beyond)).toHaveCount(0);
  const dialog = await typeGuest(page, stranger());
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expect(dialog.getByRole('radio', { name: /Propriétaire/ })).toHaveCount(0);
  await expect(dialog.getByLabel('Salle', { exact: true })).toHaveCount(0);
  const [place] = await ask(
    app,
    (sql) => sql<{ franchise: string; sister: string }[]>`
      select franchise_id as franchise, id as sister from public.gyms where name = 'Lyon Vaise'`,
  );
  const { email, name } = stranger();
  const guest = { email, full_name: name, language: 'fr' };
  const path = '/api/dashboard/team/invitations';
  const owner = { ...guest, role: 'franchise_owner', franchise_id: place?.franchise };
  expect((await forge(app, page, 'POST', path, owner)).status()).toBe(403);
  const elsewhere = { ...guest, role: 'gym_staff', gym_id: place?.sister };
  expect((await forge(app, page, 'POST', path, elsewhere)).status()).toBe(404);
});

test('staff read the team and change nobody @core', async ({ app, page, login }) => {
  const colleague = await newPerson(app);
  await login('ines@atelier-forme.example');
  await page.goto('/dashboard/team');
  await expect(page.getByText('Seuls les responsables invitent')).toBeVisible();
  await expect(invite(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Invitations/ })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Dernière activité' })).toHaveCount(0);
  await page.getByRole('link', { name: colleague.name }).click();
  const panel = page.getByRole('complementary', { name: colleague.name });
  await expect(panel.getByRole('link', { name: colleague.email })).toBeVisible();
  await expect(panel.getByRole('button')).toHaveCount(0);
  const path = `/api/dashboard/team/${colleague.id}`;
  expect((await forge(app, page, 'PUT', path, { active: false })).status()).toBe(403);
});

test('by keyboard alone: somebody is found, closed out, let in again, and given another role @core', async ({
  app,
  page,
  login,
}) => {
  const person = await newPerson(app);
  const row = () => ask(app, (sql) => sql`select role, is_active from public.users where id = ${person.id}`);
  await login('camille@atelier-forme.example');
  await page.goto('/dashboard/team');
  await page.keyboard.press('/');
  await page.keyboard.type(person.name);
  await expect(page).toHaveURL(/search=/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: person.name })).toBeVisible();

  await page.keyboard.press('d');
  await expect(page.getByText(`L’accès de ${person.name} est fermé.`)).toBeVisible();
  await expect(line(page, person.name)).toContainText('Fermé');
  expect(await row()).toEqual([{ role: 'gym_staff', is_active: false }]);
  await page.keyboard.press('z');
  await expect(line(page, person.name)).toContainText('Ouvert');
  expect(await row()).toEqual([{ role: 'gym_staff', is_active: true }]);

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Confirmer ce changement' }).press('Enter');
  await expect(dialog.getByText('Choisissez un autre rôle')).toBeVisible();
  await dialog.getByRole('radio', { checked: true }).press('ArrowDown');
  await expect(dialog).toContainText('à « Responsable de salle, Lyon Part-Dieu »');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(line(page, person.name)).toContainText('Responsable de salle');
  await page.keyboard.press('z');
  await expect.poll(row).toEqual([{ role: 'gym_staff', is_active: true }]);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/open=/);
});

test('refusals are said where they happen, and what was typed stays @core', async ({
  page,
  login,
  complaints,
}) => {
  complaints.allow(/status of (409|422|429)/);
  const guest = stranger();
  await login('camille@atelier-forme.example');
  await page.goto('/dashboard/team');
  const dialog = await typeGuest(page, { email: 'camille@atelier-forme.example', name: '' });
  await send(page);
  await expect(dialog.getByRole('alert')).toContainText('À corriger');
  await dialog.getByLabel('Prénom et nom').fill(guest.name);
  await send(page);
  await expect(dialog.getByRole('alert')).toContainText('Cette adresse est déjà connue');
  await expect(dialog.getByLabel('Prénom et nom')).toHaveValue(guest.name);
  await dialog.getByLabel('Adresse e-mail').fill(guest.email);
  await send(page);
  await expect(dialog).toHaveCount(0);

  await page.getByRole('link', { name: guest.name }).click();
  const panel = page.getByRole('complementary', { name: guest.name });
  await panel.getByRole('button', { name: /Renvoyer/ }).click();
  await expect(panel.getByRole('alert')).toContainText('Elle vient de partir');
  await panel.getByRole('button', { name: /Retirer l’invitation/ }).click();
  await expect(page.getByText(`L’invitation de ${guest.name} est retirée.`)).toBeVisible();
  await expect(line(page, guest.name)).toHaveCount(0);
});

test('the last one in charge stays, and the panel says why', async ({ app, page, login, complaints }) => {
  complaints.allow(/status of 409/);
  const [gym] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`select id from public.gyms where name = 'Harbour Gym'`,
  );
  await login('super_admin');
  await forge(app, page, 'POST', '/api/preferences', { gym: gym?.id });
  await page.goto('/dashboard/team');
  await page.getByRole('link', { name: 'Jo Fairwater' }).click();
  const panel = page.getByRole('complementary', { name: 'Jo Fairwater' });
  await panel.getByRole('button', { name: /Fermer l’accès/ }).click();
  await expect(panel.getByRole('alert')).toContainText('Il ne resterait plus personne pour gérer');
  await expect(line(page, 'Jo Fairwater')).toContainText('Ouvert');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`list, panel and dialogs of the team are accessible and narrow in ${colorScheme} @core`, async ({
    app,
    login,
    openContext,
    expectAccessible,
  }) => {
    test.setTimeout(120_000);
    const person = await newPerson(app);
    const page = await (await openContext({ locale: 'fr-FR', colorScheme })).newPage();
    const check = async () => {
      await expectAccessible(page);
      await expectNarrow(page);
    };
    await login('franchise_owner', page);
    await page.goto('/dashboard/team');
    await expect(line(page, person.name)).toBeVisible();
    await check();
    await page.goto('/dashboard/team?search=zzzz');
    await expect(page.getByText('Personne ne correspond')).toBeVisible();
    await check();
    await page.getByRole('link', { name: 'Effacer les filtres' }).click();
    await invite(page).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: person.name }).click();
    await expect(page.getByRole('button', { name: /Changer le rôle/ })).toBeVisible();
    await check();
    await page.getByRole('button', { name: /Changer le rôle/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
  });

test('a new gym’s first steps follow its data, are put away and taken out again @core', async ({
  app,
  page,
  expectAccessible,
}) => {
  const [gym] = await ask(
    app,
    (sql) => sql<{ id: string; name: string }[]>`
      insert into public.gyms (name, city) values (${`Salle ${stranger().email}`}, 'Lyon') returning id, name`,
  );
  const manager = await newPerson(app, gym?.name);
  await ask(app, (sql) => sql`update public.users set role = 'gym_manager' where id = ${manager.id}`);
  await signIn(page, manager);
  const steps = page.getByRole('region', { name: /Mise en route/ });
  await expect(steps).toContainText('0 sur 7');
  await expect(steps.locator('[aria-current="step"]')).toContainText('L’équipe');
  await expectAccessible(page);
  await expectNarrow(page);
  for (const link of await steps.getByRole('link').all()) {
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.status(), await link.innerText()).toBe(200);
  }
  await steps.getByRole('link', { name: 'Ouvrir l’équipe' }).click();
  await expect(page.getByText('Il n’y a encore que vous')).toBeVisible();

  await newPerson(app, gym?.name);
  await ask(
    app,
    (sql) => sql`
      update public.gyms set opening_hours = '[{"weekday": 1, "open": "08:00", "close": "20:00"}]' where id = ${gym?.id ?? ''}`,
  );
  await page.goto('/dashboard');
  await expect(steps).toContainText('2 sur 7');
  await expect(steps.locator('[aria-current="step"]')).toContainText('Les adhérents');

  await steps.getByRole('button', { name: 'Masquer' }).click();
  await expect(steps).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(steps).toContainText('2 sur 7');
});
