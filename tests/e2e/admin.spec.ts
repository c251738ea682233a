import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';
import { linkIn, mailTo, newPerson, stranger } from './support/people.ts';

/** They walk from list to page to kiosk, which is many documents for one journey. */
test.describe.configure({ timeout: 150_000 });

const line = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const pages = ['franchises', 'gyms', 'users'].map((name) => `/dashboard/admin/${name}`);

/** A franchise that no other journey knows, with a first gym. */
async function newFranchise(app: RunningApp, plan = 'enterprise') {
  const mark = randomUUID().slice(0, 8);
  const [made] = await ask(
    app,
    (sql) => sql<{ id: string; gym: string }[]>`
      with one as (
        insert into public.franchises (name, city, subscription_plan) values (${`Réseau ${mark}`}, 'Nantes', ${plan}) returning id
      )
      insert into public.gyms (franchise_id, name, city, opening_hours)
      select one.id, ${`Nantes ${mark}`}, 'Nantes',
        (select jsonb_agg(jsonb_build_object('weekday', n, 'open', '00:00', 'close', '24:00')) from generate_series(1, 7) n)
      from one returning franchise_id as id, id as gym`,
  );
  return { id: made!.id, gymId: made!.gym, name: `Réseau ${mark}`, gym: `Nantes ${mark}`, mark };
}

test('a gym is opened in a franchise, gets a kiosk and its code, and its maintenance is seen at the door', async ({
  app,
  page,
  login,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const { name, mark } = await newFranchise(app);
  await login('super_admin');
  await page.getByRole('link', { name: 'Franchises', exact: true }).first().click();
  await page.getByRole('searchbox', { name: 'Chercher dans les franchises' }).fill(mark);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name }).click();
  await page
    .getByRole('complementary', { name })
    .getByRole('link', { name: /Ouvrir la fiche/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Ajouter une salle' }).click();
  const opening = page.getByRole('dialog');
  await opening.getByRole('button', { name: 'Ouvrir la salle' }).click();
  await expect(opening.getByRole('alert')).toContainText('À corriger');
  await opening.getByLabel('Nom').fill(`Rezé ${mark}`);
  await opening.getByLabel('Ville').fill('Rezé');
  await opening.getByRole('button', { name: 'Ouvrir la salle' }).click();
  await expect(page.getByText(`Rezé ${mark} est ouverte.`)).toBeVisible();
  await page.getByRole('link', { name: `Rezé ${mark}` }).click();

  await page.getByRole('button', { name: 'Ajouter une borne' }).click();
  const adding = page.getByRole('dialog');
  await adding.getByLabel('Nom').fill('Entrée');
  await adding.getByLabel('Emplacement').fill('Hall');
  await adding.getByRole('button', { name: 'Ajouter la borne' }).click();
  const pairing = page.getByRole('dialog', { name: /Appairer/ });
  const code = await pairing.locator('dd').first().innerText();
  const address = await pairing.getByRole('link').innerText();
  await page.keyboard.press('Escape');

  const kiosk = await (await openContext({ locale: 'fr-FR' })).newPage();
  await kiosk.goto(new URL(address).pathname);
  await kiosk.getByRole('textbox').fill(code);
  await kiosk.keyboard.press('Enter');
  await expect(kiosk.getByText(/fermée|fermé|Passe(z votre| ton) badge/).first()).toBeVisible();

  await page.reload();
  const box = page.getByRole('region', { name: 'Maintenance' });
  await box.getByLabel('Message des bornes').fill('Le sol est refait, de retour à 14 h.');
  await box.getByRole('button', { name: 'Mettre en maintenance' }).click();
  await expect(box).toContainText('Les bornes de cette salle sont en maintenance');
  await expect(box).toContainText(/Par Alix Demonteil, aujourd’hui/);
  await kiosk.reload();
  await expect(kiosk.getByText('Le sol est refait, de retour à 14 h.')).toBeVisible();

  await box.getByRole('button', { name: 'Terminer la maintenance' }).click();
  await expect(page.getByText(`Rezé ${mark} est de nouveau en service.`)).toBeVisible();
  await kiosk.reload();
  await expect(kiosk.getByText('Le sol est refait, de retour à 14 h.')).toHaveCount(0);
});

test('the plan’s limit is said at the form, and what was typed stays', async ({
  app,
  page,
  login,
  complaints,
}) => {
  complaints.allow(/status of 409|status of 403|status of 422/);
  const { id, gymId } = await newFranchise(app, 'starter');
  await ask(
    app,
    (sql) => sql`
      insert into public.gyms (franchise_id, name) select franchise_id, name || ' 2' from public.gyms where id = ${gymId}`,
  );
  await login('super_admin');
  await page.goto(`/dashboard/admin/franchises/${id}`);
  await page.getByRole('button', { name: 'Ajouter une salle' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom').fill('Une de trop');
  await dialog.getByRole('button', { name: 'Ouvrir la salle' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('Nom')).toHaveValue('Une de trop');
});

test('what somebody else saved meanwhile is shown, and kept until said otherwise', async ({
  app,
  page,
  login,
  complaints,
}) => {
  complaints.allow(/status of 409/);
  const { id } = await newFranchise(app);
  const city = async () =>
    (await ask(app, (sql) => sql<{ city: string }[]>`select city from public.franchises where id = ${id}`))[0]
      ?.city;
  await login('super_admin');
  await page.goto(`/dashboard/admin/franchises/${id}`);
  await page.getByLabel('Ville').fill('Saint-Herblain');
  await ask(app, (sql) => sql`update public.franchises set city = 'Orvault' where id = ${id}`);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Quelqu’un a changé cette fiche' })).toBeVisible();
  await expect(page.getByText(/Enregistré entre-temps.*Orvault/)).toBeVisible();
  await expect(page.getByLabel('Ville')).toHaveValue('Saint-Herblain');
  expect(await city()).toBe('Orvault');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Fiche enregistrée.')).toBeVisible();
  expect(await city()).toBe('Saint-Herblain');
  await page.keyboard.press('z');
  await expect.poll(city).toBe('Orvault');
});

test('by keyboard: somebody is found among all users, gets another role, is closed out and let in again', async ({
  app,
  page,
  login,
}) => {
  const { gym } = await newFranchise(app);
  const person = await newPerson(app, gym);
  const row = () => ask(app, (sql) => sql`select role, is_active from public.users where id = ${person.id}`);
  await login('super_admin');
  await page.goto('/dashboard/admin/users');
  await page.keyboard.press('/');
  await page.keyboard.type(person.email);
  await expect(page).toHaveURL(/search=/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: person.name });
  await expect(panel).toContainText(gym);

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Responsable de salle/ }).check();
  await dialog.getByRole('button', { name: 'Confirmer ce changement' }).click();
  await expect(line(page, person.name)).toContainText('Responsable de salle');
  await expect.poll(row).toEqual([{ role: 'gym_manager', is_active: true }]);
  await page.keyboard.press('z');
  await expect.poll(row).toEqual([{ role: 'gym_staff', is_active: true }]);

  await page.keyboard.press('d');
  await expect(line(page, person.name)).toContainText('Fermé');
  await page.keyboard.press('z');
  await expect(line(page, person.name)).toContainText('Ouvert');
});

test('a colleague of the platform is invited by mail, and leaves the list when taken back', async ({
  app,
  page,
  login,
}) => {
  const guest = stranger();
  await login('super_admin');
  await page.goto('/dashboard/admin/users');
  await page.getByRole('button', { name: /Inviter un collègue/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Prénom et nom').fill(guest.name);
  await dialog.getByLabel('Adresse e-mail').fill(guest.email);
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText(`Invitation envoyée à ${guest.email}.`)).toBeVisible();
  expect(linkIn(await mailTo(app, guest.email, /invitation/))).toContain('/auth/confirm');
  await page.goto(`/dashboard/admin/users?search=${guest.email}`);
  await page.getByRole('link', { name: guest.name }).click();
  await page.getByRole('button', { name: /Retirer l’invitation/ }).click();
  await expect(page.getByText('Rien ne correspond')).toBeVisible();
});

test('lists leave as files and filters live in the address', async ({ app, page, login }) => {
  const { id, name, gym } = await newFranchise(app);
  await login('super_admin');
  await page.goto(`/dashboard/admin/gyms?franchise=${id}`);
  await expect(line(page, gym)).toContainText(name);
  await expect(page.getByRole('row')).toHaveCount(2);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exporter cette liste en CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^salles-.*\.csv$/);
  await page.goto('/dashboard/admin/gyms?search=zzzz');
  await expect(page.getByText('Rien ne correspond')).toBeVisible();
  await page.getByRole('link', { name: 'Effacer les filtres' }).click();
  await expect(page).not.toHaveURL(/search=/);
});

for (const who of ['gym_manager', 'franchise_owner', 'gym_staff'] as const)
  test(`a ${who} finds none of it`, async ({ app, page, login, complaints }) => {
    complaints.allow(/status of 403/);
    await login(who);
    await expect(page.getByRole('link', { name: 'Utilisateurs', exact: true })).toHaveCount(0);
    const { id, gymId } = await newFranchise(app);
    for (const path of [...pages, `${pages[0]}/${id}`, `${pages[1]}/${gymId}`]) {
      await page.goto(path);
      await expect(
        page.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette page' }),
        path,
      ).toBeAttached();
    }
    const forged = await page.request.put(`/api/admin/gyms/${gymId}/maintenance`, {
      data: { on: true },
      headers: { origin: app.url },
    });
    expect(forged.status()).toBe(403);
  });

test('an unknown franchise or gym is a page that does not exist', async ({ page, login, complaints }) => {
  complaints.allow(/status of 404/);
  await login('super_admin');
  for (const path of [`${pages[0]}/${randomUUID()}`, `${pages[1]}/none`]) {
    await page.goto(path);
    await expect(page.getByText('Cette page n’existe pas').first(), path).toBeAttached();
  }
});

test('lists, panels and pages of the platform are accessible and narrow', async ({
  app,
  page,
  login,
  expectAccessible,
}) => {
  const { id, gymId, mark } = await newFranchise(app);
  await login('super_admin');
  for (const path of [...pages, `${pages[0]}/${id}`, `${pages[1]}/${gymId}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await everyLook(page, () => expectAccessible());
  }
  await page.goto(`${pages[1]}?search=${mark}&open=${gymId}`);
  await expect(page.getByRole('link', { name: /Ouvrir la fiche/ })).toBeVisible();
  await everyLook(page, () => expectAccessible());
});
