import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';
import { newPerson, type Person } from './support/people.ts';

interface World {
  owner: Person;
  manager: Person;
  staff: Person;
  memberId: string;
  firstName: string;
}

/** A franchise of two gyms with its people, and a member who came and talked. */
async function world(app: RunningApp): Promise<World> {
  const [owner, manager, staff] = await Promise.all([newPerson(app), newPerson(app), newPerson(app)]);
  const mark = owner.id.slice(0, 8);
  const firstName = `Zoé ${mark}`;
  const [made] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`
      with franchise as (
        insert into public.franchises (name, subscription_plan) values (${`Réseau ${mark}`}, 'enterprise') returning id
      ), gym as (
        insert into public.gyms (name, city, franchise_id) select ${`Ici ${mark}`}, 'Brest', id from franchise returning id, franchise_id
      ), sister as (
        insert into public.gyms (name, city, franchise_id) select ${`Ailleurs ${mark}`}, 'Morlaix', id from franchise
      ), owners as (
        update public.users set role = 'franchise_owner', franchise_id = franchise.id, gym_id = null
        from franchise where users.id = ${owner.id}
      ), managers as (
        update public.users set role = 'gym_manager', gym_id = gym.id from gym where users.id = ${manager.id}
      ), team as (
        update public.users set gym_id = gym.id from gym where users.id = ${staff.id}
      )
      insert into public.gym_members_v2 (gym_id, first_name, last_name, email, external_id, member_since)
      select id, ${firstName}, 'Marin', ${`zoe.${mark}@example.test`}, 'C1', current_date - 100 from gym returning id`,
  );
  const memberId = made!.id;
  await ask(app, async (sql) => {
    await sql`
      insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
      select gym_id, id, gym_id, current_date - n, now() - n * interval '1 day', now() - n * interval '1 day', 'import'
      from public.gym_members_v2, generate_series(1, 3) n where id = ${memberId}`;
    await sql`
      with kiosk as (
        insert into public.kiosks (gym_id, slug, name)
        select gym_id, ${`rights-${mark}`}, 'Entrée' from public.gym_members_v2 where id = ${memberId} returning id, gym_id
      ), talk as (
        insert into public.openai_realtime_sessions
          (gym_id, kiosk_id, member_id, state, language, ended_at, end_reason, expires_at, consent)
        select gym_id, id, ${memberId}, 'closed', 'fr', now(), 'goodbye', now(), '{"talk": true, "analyse": true, "remember": true}'
        from kiosk returning id, gym_id
      )
      insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
      select gym_id, id, 'member', 1, 'said', 'La douche est <b>froide</b>' from talk`;
  });
  return { owner, manager, staff, memberId, firstName };
}

async function signIn(page: Page, { email, password }: Person) {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(/\/dashboard/);
}

const rights = (page: Page) => page.getByRole('region', { name: 'Ses droits' });

/** At 360 px: nothing of it sticks out, and all of it is on the screen. */
async function expectNarrow(page: Page, part: Locator) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  const room = await part.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left, beyond: right - window.innerWidth, inside: element.scrollWidth - element.clientWidth };
  });
  expect(room.left).toBeGreaterThanOrEqual(0);
  expect(room.beyond).toBeLessThanOrEqual(0);
  expect(room.inside).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

test('a manager hands over what is kept, then erases the member for good', async ({
  app,
  page,
  complaints,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of 422/);
  const { manager, memberId, firstName } = await world(app);
  await signIn(page, manager);
  await page.goto(`/dashboard/members/${memberId}`);
  await expect(rights(page).getByRole('button', { name: 'Transférer' })).toHaveCount(0);

  // By keyboard alone: the dialog begins at its first question.
  await rights(page).getByRole('button', { name: 'Remettre ses données' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Comment son identité est-elle vérifiée')).toBeFocused();
  await dialog.getByLabel('Comment son identité').selectOption({ label: 'Pièce d’identité vue' });
  await expectAccessible();
  await expectNarrow(page, dialog);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Télécharger' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^jarvis-\d{4}-\d\d-\d\d\.html$/);
  const text = await readFile((await download.path()) as string, 'utf8');
  const file = await (await openContext({ locale: 'fr-FR' })).newPage();
  await file.setContent(text);
  await expect(
    file.getByRole('heading', { name: `Ce que nous gardons sur ${firstName} Marin` }),
  ).toBeVisible();
  await expect(file.getByText('La douche est <b>froide</b>')).toBeVisible();
  await expect(page.getByText('Le fichier est téléchargé')).toBeVisible();

  await rights(page).getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(dialog).toContainText('3 visites');
  await expect(dialog).toContainText('1 parole de ses conversations');
  await dialog.getByLabel('Tapez le prénom').fill('Zora');
  await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await expect(dialog.getByText('Ce n’est pas le prénom de la fiche')).toBeVisible();
  await expectAccessible();
  await expectNarrow(page, dialog);
  await dialog.getByLabel('Tapez le prénom').fill(firstName.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'La personne est effacée' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('3 visites');
  await expectAccessible();
  await expectNarrow(page, page.getByRole('main'));
  await page.getByRole('link', { name: 'Retour aux adhérents' }).click();
  await page.waitForURL(/\/dashboard\/members$/);
  const [left] = await ask(
    app,
    (sql) => sql`select count(*)::int as n from public.gym_members_v2 where id = ${memberId}`,
  );
  expect(left).toEqual({ n: 0 });
});

test('an owner moves a member to another gym of the franchise and takes it back', async ({
  app,
  page,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const { owner, memberId, firstName } = await world(app);
  await ask(
    app,
    (sql) => sql`
      insert into public.gym_members_v2 (gym_id, first_name, last_name, external_id)
      select s.id, 'Ana', 'Le Goff', 'C1' from public.gym_members_v2 m
      join public.gyms g on g.id = m.gym_id join public.gyms s on s.franchise_id = g.franchise_id and s.id <> g.id
      where m.id = ${memberId}`,
  );
  await signIn(page, owner);
  await page.goto(`/dashboard/members/${memberId}`);
  await rights(page).getByRole('button', { name: 'Transférer dans une autre salle' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Son numéro d’adhérent est déjà pris là-bas');
  await expectAccessible();
  await expectNarrow(page, dialog);
  await dialog.getByRole('button', { name: 'Transférer', exact: true }).click();
  await expect(rights(page)).toContainText(/Parti à Ailleurs/);
  await rights(page).getByRole('link', { name: 'Ouvrir sa fiche là-bas' }).click();
  await expect(rights(page)).toContainText(/Venu de Ici/);
  await rights(page).getByRole('button', { name: 'Annuler le transfert' }).click();
  await expect(page.getByText(`${firstName} est de retour`)).toBeVisible();
  await page.waitForURL(`/dashboard/members/${memberId}`);
  await expect(rights(page).getByRole('button', { name: 'Transférer dans une autre salle' })).toBeVisible();
});

test('the team sees the member and none of this', async ({ app, page }) => {
  const { staff, memberId, firstName } = await world(app);
  await signIn(page, staff);
  await page.goto(`/dashboard/members/${memberId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(firstName);
  await expect(rights(page)).toHaveCount(0);
  for (const [verb, data] of [
    ['access-file', { format: 'json', checked: 'at_desk' }],
    ['erase', { confirm: firstName }],
  ] as const) {
    const answer = await page.request.post(`/api/dashboard/members/${memberId}/${verb}`, {
      data,
      headers: { origin: app.url },
    });
    expect(answer.status(), verb).toBe(403);
  }
});
