import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';
import { freshCode, linkIn, mailTo, newPerson, type Person, stranger } from './support/people.ts';

async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** Adds an authenticator app on the screen that offers it; answers its secret and the ten recovery codes. */
async function enrol(app: RunningApp, page: Page) {
  await expect(page.getByRole('img', { name: /Carré à scanner/ })).toBeVisible();
  const spelled = await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).innerText();
  const secret = spelled.replaceAll(' ', '');
  await page.getByLabel('Code à six chiffres').fill(await freshCode(app, secret));
  const shown = page.getByRole('region', { name: 'Codes de secours' }).getByRole('listitem');
  await expect(shown).toHaveCount(10);
  const codes = await shown.allInnerTexts();
  return { secret, codes };
}

const keep = (page: Page) => page.getByRole('button', { name: 'Je les ai gardés' }).click();

/** The next request of a browser finds the sign-in ended, and a page that stayed open leaves by itself. */
async function expectOut(page: Page, why: string) {
  const answer = await page.request.get('/dashboard/members', { maxRedirects: 0 });
  expect(answer.headers().location, why).toMatch(/\/login/);
  await expect(page).toHaveURL(/\/login/);
}

test('an invited super admin chooses a password, adds a phone, keeps the codes and is in @core', async ({
  app,
  page,
  login,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  await login('super_admin');
  const { email, name } = stranger();
  const invited = await page.request.post('/api/dashboard/team/invitations', {
    data: { email, full_name: name, role: 'super_admin', language: 'fr' },
    headers: { origin: app.url },
  });
  expect(invited.status()).toBe(201);

  const guest = await (await openContext({ locale: 'fr-FR' })).newPage();
  await guest.goto(linkIn(await mailTo(app, email, /invitation/)));
  await everyLook(guest, () => expectAccessible(guest));
  await guest.getByRole('button', { name: 'Ouvrir l’invitation' }).click();

  await expect(guest.getByText('vous invite à rejoindre')).toContainText('Alix Demonteil');
  await expect(guest.getByLabel('Prénom et nom')).toHaveValue(name);
  await everyLook(guest, () => expectAccessible(guest));
  await guest.goto('/dashboard');
  await expect(guest, 'nothing is open before').toHaveURL(/\/auth\/setup/);
  const password = guest.getByLabel('Mot de passe');
  await expect(password).toHaveAttribute('type', 'password');
  await expect(password).toHaveAttribute('autocomplete', 'new-password');
  await password.fill('quatre mots sans lien');
  const leave = guest.getByRole('button', { name: 'Se connecter avec un autre compte' });
  await expect(leave).toBeVisible();
  await guest.getByRole('checkbox').check();
  await guest.getByRole('button', { name: 'Créer mon accès' }).click();

  await expect(guest).toHaveURL(/step=mfa/);
  await expect(guest.getByRole('button', { name: 'Plus tard' }), 'it is a must').toHaveCount(0);
  await expect(leave, 'one may still sign out').toBeVisible();
  await expect(guest.getByRole('img', { name: /Carré à scanner/ })).toBeVisible();
  await everyLook(guest, () => expectAccessible(guest));
  const { codes } = await enrol(app, guest);
  await everyLook(guest, () => expectAccessible(guest));
  const file = guest.waitForEvent('download');
  await guest.getByRole('button', { name: 'Télécharger' }).click();
  expect(await readFile(await (await file).path(), 'utf8')).toContain(codes.join('\n'));
  await guest.emulateMedia({ media: 'print' });
  await expect(guest.getByRole('heading', { name: 'Codes de secours JARVIS' })).toBeVisible();
  await expect(guest.getByRole('main'), 'paper shows the codes alone').toBeHidden();
  await guest.emulateMedia({ media: 'screen' });
  await keep(guest);
  await expect(guest).toHaveURL(/\/dashboard$/);

  const [row] = await ask(
    app,
    (sql) => sql`
      select full_name, role, terms_version is not null as agreed from public.users where email = ${email}`,
  );
  expect(row).toEqual({ full_name: name, role: 'super_admin', agreed: true });
});

test('a lost phone is replaced by a recovery code, once, and its owner is told @core', async ({
  app,
  page,
  complaints,
  openContext,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of (401|422)/);
  const person = await newPerson(app);
  await signIn(page, person);
  await page.waitForURL(/\/dashboard$/);
  await page.goto('/dashboard/settings/security');
  await page.getByRole('button', { name: 'Activer', exact: true }).click();
  const { codes } = await enrol(app, page);
  await keep(page);
  await expect(page.getByText('10 codes de secours restants')).toBeVisible();

  const other = await (await openContext({ locale: 'fr-FR' })).newPage();
  await signIn(other, person);
  await expect(other).toHaveURL(/\/auth\/mfa/);
  await other.goto('/dashboard');
  await expect(other, 'the password alone opens nothing').toHaveURL(/\/auth\/mfa/);
  await other.getByRole('link', { name: 'Je n’ai pas mon téléphone' }).click();
  await other.getByLabel('Code de secours').fill('abcde-fghjk');
  await other.getByRole('button', { name: 'Utiliser ce code' }).click();
  await expect(other.getByRole('alert').filter({ hasText: 'code' })).toBeVisible();
  await other.getByLabel('Code de secours').fill((codes[3] ?? '').toUpperCase().replace('-', ' '));
  await other.getByRole('button', { name: 'Utiliser ce code' }).click();
  await other.waitForURL(/\/dashboard$/);
  await other.goto('/dashboard/settings/security');
  await expect(other.getByText('Pas activée.')).toBeVisible();
  expect((await mailTo(app, person.email, /code de secours/)).text).toContain('JARVIS');

  await expectOut(page, 'the sign-in with the lost phone has ended');
});

test('a forgotten password is replaced by a link, once, and every other sign-in ends @core', async ({
  app,
  page,
  complaints,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of (401|410|422)/);
  const person = await newPerson(app);
  await signIn(page, person);
  await page.waitForURL(/\/dashboard$/);

  const away = await (await openContext({ locale: 'fr-FR' })).newPage();
  await away.goto('/login');
  await away.getByRole('link', { name: 'Mot de passe oublié' }).click();
  await expect(away.getByRole('heading', { name: 'Mot de passe oublié' })).toBeVisible();
  await away.getByLabel('Adresse e-mail').fill(person.email);
  await away.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(away.getByRole('heading', { name: 'Regardez vos e-mails' })).toBeVisible();
  const link = linkIn(await mailTo(app, person.email, /nouveau mot de passe/));
  await away.goto(link);
  await away.getByRole('button', { name: 'Continuer' }).click();
  await expect(away.getByRole('heading', { name: 'Choisissez un mot de passe' })).toBeVisible();
  await everyLook(away, () => expectAccessible(away));
  await away.getByLabel('Nouveau mot de passe').fill('password1234');
  await away.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(away.getByRole('alert').filter({ hasText: 'mot de passe' })).toBeFocused();
  await expect(away.getByText('Ce mot de passe se devine trop vite.')).toBeVisible();
  await away.getByLabel('Nouveau mot de passe').fill('guitare nuage ficelle orange');
  await away.getByRole('button', { name: 'Enregistrer' }).click();
  await away.waitForURL(/\/dashboard$/);

  await expectOut(page, 'the sign-in of before has ended');
  await signIn(page, person);
  await expect(page.getByRole('alert').filter({ hasText: 'incorrect' })).toBeVisible();
  await page.goto(link);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { name: 'Ce lien ne marche plus' })).toBeVisible();
  await signIn(page, { ...person, password: 'guitare nuage ficelle orange' });
  await page.waitForURL(/\/dashboard$/);
});

test('who is deactivated while they work is out at their next request', async ({
  app,
  page,
  complaints,
  openContext,
  login,
}) => {
  complaints.allow(/status of 401/);
  const person = await newPerson(app);
  await signIn(page, person);
  await page.waitForURL(/\/dashboard$/);
  const manager = await (await openContext({ locale: 'fr-FR' })).newPage();
  await login('camille@atelier-forme.example', manager);
  const out = await manager.request.put(`/api/dashboard/team/${person.id}`, {
    data: { active: false },
    headers: { origin: app.url },
  });
  expect(out.status()).toBe(204);
  const asked = await page.request.post('/api/auth/sign-ins/end-others', {
    data: {},
    headers: { origin: app.url },
  });
  expect(asked.status()).toBe(401);
  await expectOut(page, 'a deactivated person has no sign-in');
  await signIn(page, person);
  await expect(page.getByRole('alert').filter({ hasText: 'incorrect' })).toBeVisible();
});

test('a sign-in in another browser is seen in words, and ended from here', async ({
  app,
  page,
  complaints,
  openContext,
}) => {
  complaints.allow(/status of 401/);
  const person = await newPerson(app);
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const other = await (await openContext({ locale: 'fr-FR', userAgent: firefox })).newPage();
  for (const browser of [other, page]) {
    await signIn(browser, person);
    await browser.waitForURL(/\/dashboard$/);
  }
  await page.goto('/dashboard/settings/security');
  const rows = page.getByRole('listitem').filter({ hasText: 'ouverte le' });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('cette connexion');
  await expect(rows.nth(1)).toContainText('Firefox sur Windows');
  await page.getByRole('button', { name: 'Fermer la connexion Firefox sur Windows' }).click();
  await expect(page.getByText('Firefox sur Windows : connexion fermée.')).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expectOut(other, 'it was ended from the first browser');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Connexions' })).toBeVisible();
});

test('wrong passwords are stopped after ten, and the page says how long', async ({ page, complaints }) => {
  complaints.allow(/status of (401|429)/);
  const { email } = stranger();
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  for (let attempt = 0; attempt < 11; attempt += 1) {
    await page.getByLabel('Mot de passe').fill(`not the password ${attempt}`);
    const answer = page.waitForResponse(/\/api\/auth\/sign-in$/);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    expect((await answer).status()).toBe(attempt < 10 ? 401 : 429);
    await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
  }
  const said = page.getByRole('alert').filter({ hasText: 'Trop de demandes' });
  await expect(said).toContainText(/Prochain essai possible dans 1[0-5].min/);
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email);
});

test('name, language and theme are changed in the settings, and kept', async ({ app, page }) => {
  const person = await newPerson(app);
  await signIn(page, person);
  await page.waitForURL(/\/dashboard$/);
  await page.goto('/dashboard/settings');
  await page.getByLabel('Prénom et nom').fill('Anouk Desmarais');
  await page.getByLabel('Langue').selectOption('en');
  await expect(page.getByText('Modifications non enregistrées')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: /Anouk Desmarais/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByLabel('First and last name')).toHaveValue('Anouk Desmarais');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('every door is accessible in both themes, and fits a narrow phone', async ({
  app,
  page,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const look = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    await everyLook(page, () => expectAccessible());
  };
  const doors = ['/login', '/auth/reset', '/auth/confirm?type=recovery', '/legal/terms', '/legal/privacy'];
  for (const path of doors) await look(path);
  await signIn(page, { email: 'root@jarvis.example', password: app.demoPassword });
  await page.waitForURL(/\/auth\/mfa/);
  for (const path of ['/auth/mfa', '/auth/mfa?way=recovery']) await look(path);
  await page.getByRole('button', { name: 'Se connecter avec un autre compte' }).click();
  await page.waitForURL(/\/login/);
  await signIn(page, await newPerson(app));
  await page.waitForURL(/\/dashboard$/);
  for (const path of ['/dashboard/settings', '/dashboard/settings/security']) await look(path);
  await page.getByRole('button', { name: 'Activer', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await everyLook(page, () => expectAccessible());
});
