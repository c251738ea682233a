import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { keyedHash } from '../../lib/utils/keyed-hash.ts';
import type { RunningApp } from './support/app.ts';
import { answerConsent, holdBadge, kioskWords, pairKiosk } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';
import { newPerson, type Person } from './support/people.ts';

const SETTINGS = '/dashboard/settings/gym';
const tall = { viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' };

interface Place {
  gymId: string;
  name: string;
  slug: string;
  manager: Person;
  /** The decimal number that a reader types. */
  badge: string;
}

/** A gym of its own with a manager, a kiosk and a member who has a badge; `hours` for one that never closes. */
async function newPlace(app: RunningApp, hours: 'none' | 'always'): Promise<Place> {
  const gymId = randomUUID();
  const mark = gymId.slice(0, 8);
  const name = `Salle ${mark}`;
  const slug = `salle-${mark}`;
  const badge = String(randomInt(0x10000000, 0x7fffffff)).padStart(10, '0');
  const hash = keyedHash('badge', Number(badge).toString(16).padStart(8, '0'), app.badgeHashKey);
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '24:00' }));
  await ask(app, async (sql) => {
    await sql`
      insert into public.gyms (id, name, city, subscription_plan, opening_hours)
      values (${gymId}, ${name}, 'Lyon', 'enterprise', ${sql.json(hours === 'always' ? week : [])})`;
    await sql`insert into public.kiosks (gym_id, slug, name) values (${gymId}, ${slug}, 'Entrée')`;
    const [member] = await sql<{ id: string }[]>`
      insert into public.gym_members_v2 (gym_id, first_name, last_name) values (${gymId}, 'Zoé', 'Fictive') returning id`;
    await sql`
      insert into public.member_badges (gym_id, member_id, badge_hash) values (${gymId}, ${member?.id ?? ''}, ${hash})`;
  });
  const manager = await newPerson(app, name);
  await ask(app, (sql) => sql`update public.users set role = 'gym_manager' where id = ${manager.id}`);
  return { gymId, name, slug, manager, badge };
}

async function signIn(page: Page, { email, password }: Person) {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(/\/dashboard/);
}

const toast = (page: Page, text: string | RegExp) => expect(page.getByText(text)).toBeVisible();
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a manager enters the hours, closes a day, and the kiosk follows', async ({
  app,
  page,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const place = await newPlace(app, 'none');
  await signIn(page, place.manager);
  await page.goto(SETTINGS);
  await expect(page.getByText('Fermé', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Ajouter une plage, lundi' }).click();
  await page.getByLabel('lundi, plage 1, ouverture').fill('6h30');
  const week = page.getByRole('form', { name: 'La semaine' });
  await week.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(week.getByRole('alert')).toContainText('lundi, plage 1, fermeture');
  await page.getByLabel('lundi, plage 1, fermeture').fill('22');
  await page.getByRole('button', { name: 'Ajouter une plage, lundi' }).click();
  await page.getByLabel('lundi, plage 2, ouverture').fill('21:30');
  await page.getByLabel('lundi, plage 2, fermeture').fill('23h');
  await week.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Cette plage en chevauche une autre')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer la plage 2, lundi' }).click();
  await page.getByLabel('lundi, plage 1, ouverture').fill('0');
  await page.getByLabel('lundi, plage 1, fermeture').fill('24:00');
  await page.getByRole('button', { name: 'Copier les heures de lundi' }).click();
  await page.getByRole('button', { name: 'Tous les jours' }).click();
  await page.getByRole('button', { name: 'Copier', exact: true }).click();
  await expect(week.getByText('Modifications non enregistrées')).toBeVisible();
  await week.getByRole('button', { name: 'Enregistrer' }).click();
  await toast(page, 'Horaires enregistrés.');
  await expect(page.getByText('En ce moment')).toBeVisible();
  await expect(page.getByText('Ouvert', { exact: true })).toBeVisible();

  const kiosk = await (await openContext(tall)).newPage();
  await pairKiosk(app, kiosk, place.slug, 'fr');

  await page.getByRole('button', { name: 'Ajouter un jour' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByText('Choisissez une date')).toBeVisible();
  const [{ today } = { today: '' }] = await ask(
    app,
    (sql) => sql<{ today: string }[]>`select (now() at time zone 'Europe/Paris')::date::text as today`,
  );
  await dialog.getByLabel('Du', { exact: true }).fill(today);
  await dialog.getByLabel('Intitulé').fill('Inventaire');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await toast(page, '1 jour enregistré.');
  await kiosk.reload();
  await expect(title(kiosk)).toHaveText(/Le club est fermé\s: Inventaire/);
  await expect(kiosk.getByRole('main')).toContainText('Il ouvre demain à 00');

  await page.keyboard.press('z');
  await expect(page.getByText('Inventaire')).toHaveCount(0);
  await kiosk.reload();
  await expect(title(kiosk)).toHaveText(kioskWords.fr.attract);

  const days = page.getByRole('list', { name: 'Jours particuliers' }).getByRole('listitem');
  await days
    .first()
    .getByRole('button', { name: /^Fermer/ })
    .click();
  await expect(days.first()).toContainText('Fermé');
  await expect(days.first()).not.toContainText('À décider');
  await everyLook(page, () => expectAccessible());
});

test('tu or vous is previewed and spoken, and nobody overwrites anybody', async ({
  app,
  page,
  openContext,
  complaints,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of 409/);
  const place = await newPlace(app, 'always');
  await signIn(page, place.manager);
  await page.goto(`${SETTINGS}/place`);
  await page.getByRole('radio', { name: 'Vous', exact: true }).check();
  await expect(page.getByText('tant que vous n’avez pas choisi')).toBeVisible();
  await page
    .getByRole('form', { name: 'Ton de la borne' })
    .getByRole('button', { name: 'Enregistrer' })
    .click();
  await toast(page, 'Réglages enregistrés.');
  const kiosk = await (await openContext(tall)).newPage();
  await pairKiosk(app, kiosk, place.slug, 'fr');
  await expect(title(kiosk)).toHaveText('Passez votre badge');

  await page.reload();
  await ask(app, (sql) => sql`update public.gyms set phone = '04 65 71 00 77' where id = ${place.gymId}`);
  const identity = page.getByRole('form', { name: 'Identité' });
  await identity.getByLabel('Téléphone').fill('04 65 71 00 88');
  await identity.getByLabel('Ville').fill('Bron');
  await identity.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(identity.getByRole('alert')).toContainText('Quelqu’un a changé ces réglages');
  await identity.getByRole('button', { name: 'Garder la mienne' }).click();
  await expect(identity.getByRole('alert')).toHaveCount(0);
  await expect(identity.getByLabel('Téléphone')).toHaveValue('04 65 71 00 88');
  await identity.getByRole('button', { name: 'Enregistrer' }).click();
  await toast(page, 'Réglages enregistrés.');
  await expect
    .poll(() => ask(app, (sql) => sql`select phone, city from public.gyms where id = ${place.gymId}`))
    .toEqual([{ phone: '04 65 71 00 88', city: 'Bron' }]);
  await everyLook(page, () => expectAccessible());
});

test('a text whose meaning changed is asked again, and the kiosk says the gym’s own lines', async ({
  app,
  page,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(150_000);
  const place = await newPlace(app, 'always');
  const kiosk = await (await openContext(tall)).newPage();
  await pairKiosk(app, kiosk, place.slug, 'fr');
  await holdBadge(kiosk, place.badge);
  await answerConsent(kiosk, 'fr', [true, true, false]);
  await expect(kiosk.getByRole('textbox')).toBeVisible();
  await kiosk.getByRole('button', { name: kioskWords.fr.stop }).click();
  await kiosk.getByRole('button', { name: 'Effacer l’écran' }).click();

  await signIn(page, place.manager);
  await page.goto(`${SETTINGS}/consents`);
  await page.getByRole('button', { name: 'Écrire une nouvelle version : Analyser' }).click();
  const form = page.getByRole('form', { name: /Analyser/ });
  await form.getByLabel('Texte en français').fill('Trop court');
  await form.getByRole('button', { name: 'Publier' }).click();
  await expect(form.getByText('Entre 20 et 160 caractères')).toBeVisible();
  const text = 'Un résumé pour l’équipe, gardé trois mois.';
  await form.getByLabel('Texte en français').fill(text);
  await form.getByLabel('Reposer la question').check();
  await expectAccessible();
  await form.getByRole('button', { name: 'Publier' }).click();
  await toast(page, /Texte publié/);
  await expect(page.getByText('question reposée')).toBeVisible();
  await everyLook(page, () => expectAccessible());

  await holdBadge(kiosk, place.badge);
  await expect(kiosk.getByText(text)).toBeVisible();
  const question = kiosk.getByRole('group').nth(1);
  await expect(question.getByRole('button', { pressed: true })).toHaveCount(0);
  await question.getByRole('button', { name: 'Oui', exact: true }).click();
  await expect(kiosk.getByRole('textbox')).toBeVisible();
  const receipts = await ask(
    app,
    (sql) => sql<{ version: string }[]>`
      select distinct c.version from public.member_consents c
      where c.gym_id = ${place.gymId} and c.purpose = 'analyse' and c.granted`,
  );
  expect(receipts).toHaveLength(2);

  await page.goto(`${SETTINGS}/kiosk`);
  await page
    .getByRole('group', { name: 'Écran d’accueil' })
    .getByLabel('Français')
    .fill('Bienvenue chez nous');
  await expect(page.getByRole('figure')).toContainText('Bienvenue chez nous');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await toast(page, /Messages enregistrés/);
  await everyLook(page, () => expectAccessible());
  await kiosk.reload();
  await expect(title(kiosk)).toHaveText('Bienvenue chez nous');
});

test('durations and thresholds stay within their limits, and leaving unsaved work asks first', async ({
  app,
  page,
  expectAccessible,
}) => {
  const place = await newPlace(app, 'always');
  await signIn(page, place.manager);
  await page.goto(`${SETTINGS}/data`);
  const keep = page.getByRole('form', { name: 'Durées de conservation' });
  await keep.getByLabel('Textes des conversations, en jours').fill('91');
  await keep.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(keep.getByRole('alert')).toContainText('Textes des conversations');
  await expect(keep.getByText('Un nombre entier de 1 à 90.')).toBeVisible();
  await keep.getByLabel('Textes des conversations, en jours').fill('30');
  await expect(keep.getByText('sans retour')).toBeVisible();
  let asked = '';
  page.once('dialog', (dialog) => {
    asked = dialog.message();
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Accords' }).click();
  await expect(page).toHaveURL(/\/data$/);
  expect(asked).toContain('pas enregistrées');
  await keep.getByRole('button', { name: 'Enregistrer' }).click();
  await toast(page, 'Durées enregistrées.');
  const limits = page.getByRole('form', { name: 'Seuils' });
  await limits.getByLabel('Alerte de départ, en points').fill('55');
  await limits.getByRole('button', { name: 'Enregistrer' }).click();
  await toast(page, 'Seuils enregistrés.');
  const [saved] = await ask(
    app,
    (sql) => sql`
      select retention -> 'transcripts_days' as days, thresholds -> 'risk_alert' as points
      from public.gyms where id = ${place.gymId}`,
  );
  expect(saved).toEqual({ days: 30, points: 55 });
  await everyLook(page, () => expectAccessible());
});

test('staff read every setting and change none', async ({ app, page, complaints, expectAccessible }) => {
  complaints.allow(/status of 403/);
  const place = await newPlace(app, 'always');
  await signIn(page, await newPerson(app, place.name));
  for (const part of ['', '/place', '/kiosk', '/consents', '/data']) {
    await page.goto(`${SETTINGS}${part}`);
    await expect(page.getByText('Vous voyez ces réglages.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    for (const input of await page.getByRole('main').getByRole('textbox').all())
      await expect(input).toBeDisabled();
    await expectAccessible();
  }
  const forged = await page.request.fetch('/api/dashboard/gym-settings', {
    method: 'PUT',
    data: { gym_id: place.gymId, seen: { phone: null }, changes: { phone: '1' } },
    headers: { origin: app.url },
  });
  expect(forged.status()).toBe(403);
});
