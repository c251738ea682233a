import { readFile } from 'node:fs/promises';
import { makeXlsx } from '../support/make-xlsx.ts';
import { encoded } from '../unit/members/import/encoded.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';

const PATH = '/dashboard/members/import';
const MEMBERS = 620;

/** A list as a French club exports it from Excel: semicolons, Windows-1252, dates that read both ways, three bad rows. */
function list(mark: string): { name: string; mimeType: string; buffer: Buffer } {
  const rows = Array.from({ length: MEMBERS }, (_, n) => {
    const day = String((n % 12) + 1).padStart(2, '0');
    return `${mark}${n};LEFÈVRE ${mark};Noémie;${day}/02/1990;noemie${n}@${mark}.example;Annuel;actif;${3_900_000_000 + n};x`;
  });
  rows[10] = `${mark}10;LEFÈVRE ${mark};;01/02/1990;;Annuel;actif;;`;
  rows[20] = `${mark}20;LEFÈVRE ${mark};Paul;01/02/1990;pas une adresse;Annuel;actif;;`;
  rows[30] = `${mark}0;LEFÈVRE ${mark};Jean;01/02/1990;;Annuel;actif;;`;
  const text = ['Id client;Nom;Prénom;Date de naissance;E-mail;Formule;Statut;N° badge;Casier', ...rows].join(
    '\r\n',
  );
  return { name: 'adhérents.csv', mimeType: 'text/csv', buffer: Buffer.from(encoded(text, 'windows-1252')) };
}

const inGym = (mark: string) => (app: Parameters<typeof ask>[0]) =>
  ask(
    app,
    (sql) => sql<{ number: number; born: string }[]>`
      select count(*)::integer as number, min(birth_date)::text as born from public.gym_members_v2
      where external_id like ${`${mark}%`} and deleted_at is null`,
  ).then(([row]) => row);

test('a manager imports a list with its traps, corrects what is asked, and takes it back @core', async ({
  app,
  page,
  login,
}) => {
  test.setTimeout(120_000);
  await login('gym_manager');
  await page.goto('/dashboard/members');
  await page.getByRole('link', { name: 'Importer des adhérents' }).click();
  await page.getByLabel('Fichier des adhérents').setInputFiles(list('ZA'));
  await expect(page.getByRole('heading', { name: 'Que contient chaque colonne' })).toBeVisible();
  await expect(page.getByLabel('Champ pour la colonne Nom')).toHaveValue('last_name');
  await expect(page.getByLabel('Champ pour la colonne N° badge')).toHaveValue('badge');
  await expect(page.getByLabel('Champ pour la colonne Casier')).toHaveValue('');
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Répondez pour chaque colonne de dates.')).toBeVisible();
  await expect(page.getByLabel('2 janvier 1990')).not.toBeChecked();
  await page.getByLabel('1 février 1990').check();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByRole('heading', { name: 'Ce que l’import va faire' })).toBeVisible();
  await expect(page.getByRole('row', { name: /12.*Prénom.*manque/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /22.*E-mail/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /32.*Id client.*plus haut/ })).toBeVisible();
  expect(await inGym('ZA')(app)).toMatchObject({ number: 0 });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger les erreurs' }).click();
  const errors = await readFile((await (await download).path()) ?? '', 'utf8');
  expect(errors.split('\r\n')).toHaveLength(5);
  expect(errors).toContain('pas une adresse');

  await page.getByRole('button', { name: `Importer ${MEMBERS - 3} adhérents` }).click();
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible({ timeout: 60_000 });
  expect(await inGym('ZA')(app)).toEqual({ number: MEMBERS - 3, born: '1990-02-01' });

  await page.getByRole('button', { name: 'Importer un autre fichier' }).click();
  await page.getByLabel('Fichier des adhérents').setInputFiles(list('ZA'));
  await expect(page.getByText('Colonnes reprises de votre dernier import')).toBeVisible();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Toutes les lignes sont déjà à jour')).toBeVisible();

  await page.getByRole('button', { name: 'Annuler cet import' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click();
  await expect(page.getByText(`${MEMBERS - 3} adhérents retirés`)).toBeVisible();
  expect(await inGym('ZA')(app)).toMatchObject({ number: 0 });
  await expect(page.getByRole('row', { name: /adhérents\.csv.*Annulé/ })).toBeVisible();
});

test('a file that is none says so by name, and the page goes on', async ({ page, login }) => {
  await login('gym_manager');
  await page.goto(PATH);
  const files: [Buffer, RegExp][] = [
    [Buffer.from(''), /fichier est vide/],
    [Buffer.from('%PDF-1.7'), /ni un CSV ni un XLSX/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /ancien fichier Excel/],
    [Buffer.from('PK\x03\x04 half'), /abîmé ou incomplet/],
    [Buffer.from('Nom;Prénom\n"a;b\n'), /guillemet/],
  ];
  for (const [buffer, words] of files) {
    await page
      .getByLabel('Fichier des adhérents')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  }
  await page
    .getByLabel('Fichier des adhérents')
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('Ville;Note\nLille;x\n') });
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Il manque Prénom et Nom')).toBeVisible();
});

test('a spreadsheet is read too, and its badge numbers keep every digit', async ({ page, login }) => {
  await login('gym_manager');
  await page.goto(PATH);
  const buffer = Buffer.from(
    makeXlsx([
      ['Nom', 'Prénom', 'Badge', 'Né le'],
      ['Tableur', 'Zoé', 3536403172, new Date('1990-02-28')],
      ['Tableur', 'Ana', 12_345_678_901_234, null],
    ]),
  );
  await page.getByLabel('Fichier des adhérents').setInputFiles({ name: 'liste.xlsx', mimeType: '', buffer });
  await expect(page.getByRole('row', { name: /Badge.*3536403172 · 12345678901234/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Né le.*1990-02-28/ })).toBeVisible();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByRole('button', { name: 'Importer 2 adhérents' })).toBeVisible();
});

test('who may not change members finds no import', async ({ page, login, complaints }) => {
  complaints.allow(/status of 403/);
  await login('gym_staff');
  await page.goto('/dashboard/members');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Importer des adhérents' })).toHaveCount(0);
  await page.goto(PATH);
  await expect(page.getByLabel('Fichier des adhérents')).toHaveCount(0);
});

for (const [locale, colorScheme] of [
  ['fr-FR', 'light'],
  ['es-ES', 'dark'],
  ['en-GB', 'dark'],
] as const) {
  test(`each step is accessible and fits 360 px in ${locale}, ${colorScheme}`, async ({
    login,
    openContext,
    expectAccessible,
  }) => {
    test.setTimeout(120_000);
    const context = await openContext({ locale, colorScheme });
    const page = await context.newPage();
    await login('camille@atelier-forme.example', page);
    await page.goto(PATH);
    const look = async (step: string) => {
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${step} at ${width} px`).toBeLessThanOrEqual(0);
        await page.screenshot({
          path: `test-results/import/${step}-${colorScheme}-${locale}-${width}.png`,
          fullPage: true,
        });
      }
    };
    await look('choose');
    await page.locator('input[type="file"]').setInputFiles(list('ZB'));
    await expect(page.getByRole('combobox').first()).toBeVisible();
    await look('columns');
    await page.getByRole('radio').first().check();
    await page.locator('[aria-describedby="import-wrong"]').click();
    await expect(page.getByRole('heading', { level: 3 })).toBeVisible();
    await look('check');
  });
}
