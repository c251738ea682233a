import { randomUUID } from 'node:crypto';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';

const GYM = 'Lyon Part-Dieu';

/** A member of the gym whom no other journey knows. */
async function guest(app: Parameters<typeof ask>[0]) {
  const first_name = `Yaël ${randomUUID().slice(0, 6)}`;
  await ask(
    app,
    (sql) => sql`
      insert into public.gym_members_v2 (gym_id, first_name, last_name)
      select id, ${first_name}, 'Fictif' from public.gyms where name = ${GYM}`,
  );
  return first_name;
}

test('a manager plans a class, fills a date, moves it, cancels it and takes that back', async ({
  app,
  page,
  login,
  complaints,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of 422/);
  const member = await guest(app);
  const name = `Aviron ${randomUUID().slice(0, 6)}`;
  await login('camille@atelier-forme.example');
  await page.goto('/dashboard/classes?view=classes');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Places').fill('1');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nom du cours');
  await dialog.getByLabel('Nom du cours').fill(name);
  await dialog.getByRole('button', { name: 'Ajouter un créneau' }).click();
  await expect(dialog.getByLabel('Jour', { exact: true })).toHaveCount(2);
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(`${name} est au programme.`)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(/lundi et mardi, 18\sh\s30/);

  const next = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/dashboard/classes?week=${next}&search=${encodeURIComponent(name)}`);
  await everyLook(page, () => expectAccessible());
  await page.getByRole('main').getByRole('link', { name }).first().click();
  const panel = page.getByRole('complementary', { name });
  await expect(panel).toContainText('Il reste 1 place sur 1.');
  await panel.getByLabel('Inscrire un adhérent').fill(member);
  await expect(panel.getByRole('button', { name: member })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Complet, 1 place.');
  await expect(panel.getByLabel('Inscrire un adhérent')).toHaveCount(0);

  await panel.getByRole('button', { name: 'Annuler cette date' }).click();
  await expect(panel).toContainText('1 personne avait sa place');
  await page.keyboard.press('z');
  await expect(panel).toContainText('Complet, 1 place.');

  await panel.getByRole('button', { name: 'Modifier' }).click();
  await dialog.getByLabel('Heure').fill('20:15');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel).toContainText('20 h 15');
  await panel.getByRole('button', { name: /^Libérer la place/ }).click();
  await expect(panel).toContainText('Il reste 1 place sur 1.');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('a class that somebody else changed meanwhile is not overwritten, and can be stopped and started', async ({
  app,
  page,
  login,
  complaints,
}) => {
  complaints.allow(/status of 409/);
  const name = `Barre ${randomUUID().slice(0, 6)}`;
  await ask(
    app,
    (sql) => sql`
      insert into public.gym_classes (gym_id, name, minutes, capacity) select id, ${name}, 45, 12 from public.gyms where name = ${GYM}`,
  );
  await login('franchise_owner');
  await page.goto(`/dashboard/classes?view=classes&search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('button', { name: /^Modifier/ })).toBeVisible();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Coach').fill('Mehdi');
  await ask(app, (sql) => sql`update public.gym_classes set coach = 'Karim' where name = ${name}`);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Ce cours a changé entre-temps');
  await expect(dialog.getByLabel('Coach')).toHaveValue('Mehdi');
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Arrêté');
  await page.keyboard.press('z');
  await expect(page.getByRole('row').filter({ hasText: name })).not.toContainText('Arrêté');
});

test('staff give places and change no class', async ({ app, page, login }) => {
  const member = await guest(app);
  await login('ines@atelier-forme.example');
  await page.goto('/dashboard/classes');
  await expect(page.getByRole('button', { name: /Nouveau cours/ })).toHaveCount(0);
  const next = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/dashboard/classes?week=${next}&search=Cycling`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Cycling/ })
    .last()
    .click();
  const panel = page.getByRole('complementary', { name: 'Cycling' });
  await expect(panel.getByRole('button', { name: 'Modifier' })).toHaveCount(0);
  await panel.getByLabel('Inscrire un adhérent').fill(member);
  await panel.getByRole('button', { name: member }).click();
  await expect(page.getByText(`${member} F. a sa place.`)).toBeVisible();
  await expect(panel.getByRole('link', { name: `${member} F.` })).toBeVisible();
  await page.keyboard.press('z');
  await expect(panel.getByRole('link', { name: `${member} F.` })).toHaveCount(0);
});
