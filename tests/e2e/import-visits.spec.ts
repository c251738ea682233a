import { readFile } from 'node:fs/promises';
import { newComer, visitsOf } from './support/desk.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';

const PATH = '/dashboard/members/import?kind=visits';
const file = (lines: string[]) => ({
  name: 'passages.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
});

test('a manager imports visits, sees what is wrong, imports again and takes all back', async ({
  app,
  page,
  login,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const mark = `V${Date.now().toString(36)}`;
  const [ana, ben] = [await newComer(app, { externalId: `${mark}1` }), await newComer(app)];
  const list = file([
    'Id client;Badge;Passage;Sortie;Salle',
    `${mark}1;;05/10/2026 18:05;19:30;Lyon`,
    `${mark}1;;05/10/2026 18:40;;Lyon`,
    `${mark}1;;12/10/2026 8h30;;Lyon`,
    `;${ben.badge};05/10/2026 20:00;;Lyon`,
    `${mark}9;;05/10/2026 20:00;;Lyon`,
    `${mark}1;;01/01/2040 20:00;;Lyon`,
    `${mark}1;;31/02/2026 20:00;;Lyon`,
    `${mark}1;;12/10/2026 08:30;;Lyon`,
  ]);
  await login('gym_manager');
  await page.goto('/dashboard/members/import');
  await page.getByRole('link', { name: 'Visites', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Importer des visites' })).toBeVisible();
  await page.getByLabel('Fichier des visites').setInputFiles(list);
  await expect(page.getByLabel('Champ pour la colonne Id client')).toHaveValue('external_id');
  await expect(page.getByLabel('Champ pour la colonne Passage')).toHaveValue('visit_day');
  await expect(page.getByLabel('Champ pour la colonne Sortie')).toHaveValue('left_time');
  await expect(page.getByLabel('Champ pour la colonne Salle')).toHaveValue('');
  await everyLook(page, () => expectAccessible());
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByRole('heading', { name: 'Ce que l’import va faire' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^6 Id client.*ne correspond/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^7 Passage.*futur/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^8 Passage.*n’existe pas/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^9 Passage.*plus haut/ })).toBeVisible();
  await everyLook(page, () => expectAccessible());
  expect(await visitsOf(app, ana)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger les erreurs' }).click();
  const errors = await readFile((await (await download).path()) ?? '', 'utf8');
  expect(errors.trim().split('\r\n')).toHaveLength(5);

  await page.getByRole('button', { name: 'Importer 3 visites' }).click();
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible({ timeout: 30_000 });
  expect(await visitsOf(app, ana)).toEqual([
    { source: 'import', day: '2026-10-05 18:05', left: true },
    { source: 'import', day: '2026-10-12 08:30', left: false },
  ]);
  expect(await visitsOf(app, ben)).toMatchObject([{ day: '2026-10-05 20:00' }]);

  await page.getByRole('button', { name: 'Importer un autre fichier' }).click();
  await page.getByLabel('Fichier des visites').setInputFiles(list);
  await expect(page.getByText('Colonnes reprises de votre dernier import')).toBeVisible();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Toutes les lignes sont déjà à jour')).toBeVisible();

  await page.getByRole('button', { name: 'Annuler cet import' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click();
  await expect(page.getByText('3 visites retirées')).toBeVisible();
  expect(await visitsOf(app, ana)).toEqual([]);
  expect(await visitsOf(app, ben)).toEqual([]);
  await expect(page.getByRole('row', { name: /passages\.csv.*Visites.*Annulé/ })).toBeVisible();
});

test('visits need somebody who came and a day, and staff import none', async ({
  page,
  login,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of 403/);
  await login('gym_manager');
  await page.goto(PATH);
  await page.getByLabel('Fichier des visites').setInputFiles(file(['Ville;Note', 'Lyon;x']));
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Il manque Numéro d’adhérent et Date de la visite')).toBeVisible();
  const other = await (await openContext()).newPage();
  await login('gym_staff', other);
  await other.goto(PATH);
  await expect(other.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette page' })).toBeAttached();
});
