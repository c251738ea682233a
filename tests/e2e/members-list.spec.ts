import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/universal';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';

const MANAGER = 'camille@atelier-forme.example';
const STAFF = 'ines@atelier-forme.example';
const LIST = '/dashboard/members';

interface Made {
  /** The type of membership that they alone have. */
  type: string;
  ids: string[];
}

/** Members of Lyon Part-Dieu whom no other journey knows, in the order of their names. */
async function newMembers(app: RunningApp, ...names: string[]): Promise<Made> {
  const type = `Formule ${randomUUID().slice(0, 8)}`;
  const ids: string[] = [];
  for (const [place, name] of names.entries()) {
    const id = randomUUID();
    await ask(
      app,
      (sql) => sql`
        insert into public.gym_members_v2 (id, gym_id, first_name, last_name, email, phone, membership_type, member_since)
        select ${id}, g.id, ${name}, ${`${'ABCDEF'[place]}liste`}, ${`${id}@example.test`}, ${`06 39 97 ${id.replaceAll(/\D/g, '').slice(0, 4)}`}, ${type}, '2024-03-01'
        from public.gyms g where g.name = 'Lyon Part-Dieu'`,
    );
    ids.push(id);
  }
  return { type, ids };
}

const rows = (page: Page) => page.getByRole('table').locator('tbody').getByRole('row');
const suspended = (app: RunningApp, { ids }: Made) =>
  ask(
    app,
    async (sql) =>
      (await sql`select 1 from public.gym_members_v2 where id = any (${ids}) and membership_suspended`)
        .length,
  );
const listOf = ({ type }: Made, more = '') => `${LIST}?type=${encodeURIComponent(type)}&sort=name${more}`;

test('somebody is found by a name with a typo, by phone, and opened by keyboard', async ({
  app,
  page,
  login,
}) => {
  const made = await newMembers(app, 'Wolfgangue');
  const [person] = await ask(
    app,
    (sql) => sql<{ phone: string }[]>`select phone from public.gym_members_v2 where id = ${made.ids[0]!}`,
  );
  await login(MANAGER);
  await page.goto(LIST);
  await page.keyboard.press('/');
  await page.keyboard.type('volfgange');
  await expect(page).toHaveURL(/search=volfgange/);
  await expect(rows(page).first()).toContainText('Wolfgangue');
  await page
    .getByRole('main')
    .getByRole('searchbox')
    .fill(`+33 ${person!.phone.slice(1)}`);
  await expect(page).toHaveURL(/search=%2B33/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Wolfgangue');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  const panel = page.getByRole('complementary', { name: 'Wolfgangue A.' });
  await expect(panel.getByRole('link', { name: 'Ouvrir la fiche' })).toHaveAttribute(
    'href',
    `${LIST}/${made.ids[0]}`,
  );
  await expect(panel.getByRole('link', { name: /^Appeler/ })).toHaveAttribute('href', /^tel:/);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${LIST}/${made.ids[0]}$`));
});

test('many are changed and given back by keyboard alone', async ({ app, page, login }) => {
  const made = await newMembers(app, 'Ana', 'Bea', 'Cleo', 'Dora');
  await login(MANAGER);
  await page.goto(listOf(made));
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Avec les adhérents choisis' });
  await expect(bar).toContainText('3 adhérents choisis');
  await page.keyboard.press('s');
  await expect(page.getByText('3 abonnements suspendus')).toBeVisible();
  await expect(bar).toHaveCount(0);
  expect(await suspended(app, made)).toBe(3);
  await page.keyboard.press('z');
  await expect.poll(() => suspended(app, made)).toBe(0);

  await page.getByRole('checkbox', { name: 'Choisir toute la page' }).press('Space');
  await expect(bar).toContainText('4 adhérents choisis');
  await page.keyboard.press('d');
  await expect(page.getByText('Personne ne correspond')).toBeVisible();
  await page.keyboard.press('z');
  await expect(rows(page)).toHaveCount(4);
});

test('a view is saved with filters and columns, changed, and forgotten', async ({ app, page, login }) => {
  const made = await newMembers(app, 'Ana');
  const name = `Vue ${made.type.slice(-8)}`;
  await login(MANAGER);
  await page.goto(listOf(made));
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Badge' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Badge' })).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByText('Donnez un nom à la vue.')).toBeVisible();
  await dialog.getByLabel('Nom de la vue').fill(name);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(`Vue « ${name} » enregistrée`)).toBeVisible();

  await page.goto(LIST);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('columnheader', { name: 'Badge' })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Tri').selectOption('ends');
  await page.getByRole('button', { name: 'Vue modifiée' }).click();
  await page.getByRole('menuitem', { name: 'Enregistrer les changements' }).click();
  await expect(page.getByText(`Vue « ${name} » mise à jour`)).toBeVisible();
  await page.getByRole('button', { name: 'Vue', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Supprimer la vue' }).click();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});

test('the list leaves as CSV and as a workbook, columns as shown', async ({ app, page, login }) => {
  const made = await newMembers(app, '=1+1', 'Bea');
  await login(MANAGER);
  await page.goto(listOf(made, '&columns=type,email'));
  const download = async (word: string) => {
    const file = page.waitForEvent('download');
    await page.getByRole('main').getByRole('button', { name: 'Exporter' }).click();
    await page.getByRole('menuitem', { name: word }).click();
    return readFile(await (await file).path());
  };
  const csv = (await download('Fichier CSV')).toString('utf8').trim().split('\r\n');
  expect(csv[0]).toContain('Prénom;Nom;Abonnement;E-mail');
  expect(csv[1]).toBe(`'=1+1;Aliste;${made.type};${made.ids[0]}@example.test`);
  const book = await readSheet(new Uint8Array(await download('Classeur Excel')).buffer, 1);
  expect(book.slice(1)).toEqual([
    ["'=1+1", 'Aliste', made.type, `${made.ids[0]}@example.test`],
    ['Bea', 'Bliste', made.type, `${made.ids[1]}@example.test`],
  ]);
});

test('staff choose for a file without contacts, and change nobody', async ({ app, page, login }) => {
  const made = await newMembers(app, 'Ana');
  await login(STAFF);
  await page.goto(listOf(made, '&columns=type,phone'));
  await expect(page.getByRole('columnheader', { name: 'Téléphone' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Nouvel adhérent' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Choisir Ana/ }).check();
  const bar = page.getByRole('region', { name: 'Avec les adhérents choisis' });
  await expect(bar.getByRole('button', { name: /Suspendre|Supprimer/ })).toHaveCount(0);
  const file = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const text = (await readFile(await (await file).path())).toString('utf8');
  expect(text).toContain(`Ana;Aliste;${made.type}`);
  expect(text).not.toContain('06 39');
  const forged = await page.request.post('/api/dashboard/members/bulk', {
    headers: { origin: app.url },
    data: { gym_id: randomUUID(), action: 'delete', ids: made.ids },
  });
  expect(forged.status()).toBe(403);
});

test('the list with its filters, its bar and its dialog is accessible in both themes and narrow', async ({
  app,
  page,
  login,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const made = await newMembers(app, 'Ana', 'Bea');
  await login(MANAGER);
  await page.goto(listOf(made, '&kind=member&columns=risk,type,badge,phone'));
  await page.getByRole('checkbox', { name: /^Choisir Ana/ }).check();
  await everyLook(page, () => expectAccessible(page));
  await page.getByRole('button', { name: 'Ne plus choisir personne' }).click();
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await everyLook(page, () => expectAccessible(page));
});
