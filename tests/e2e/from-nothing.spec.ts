import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Locale } from '../../lib/i18n/locale.ts';
import { encoded } from '../unit/members/import/encoded.ts';
import { answerConsent, holdBadge, kioskWords } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';
import { linkIn, mailTo, stranger } from './support/people.ts';
import { type Words, wordsOf } from './support/words.ts';

const MEMBERS = 500;
const BAD = 12;

interface Place {
  language: Locale;
  browser: string;
  timezone: string;
  header: string;
  status: string;
  mail: RegExp;
}

const places: Place[] = [
  {
    language: 'fr',
    browser: 'fr-FR',
    timezone: 'Europe/Paris',
    header: 'N° client;Nom;Prénom;Date de naissance;E-mail;Formule;Statut',
    status: 'actif',
    mail: /invitation/,
  },
  {
    language: 'en',
    browser: 'en-GB',
    timezone: 'Europe/London',
    header: 'Member ID;Last name;First name;Date of birth;Email;Membership;Status',
    status: 'active',
    mail: /invit/,
  },
  {
    language: 'es',
    browser: 'es-ES',
    timezone: 'Europe/Madrid',
    header: 'Número de socio;Apellidos;Nombre;Fecha de nacimiento;Correo electrónico;Cuota;Estado',
    status: 'activo',
    mail: /invitación/,
  },
];

/** A list as a club's old software writes it: semicolons, Windows-1252, days first, and twelve rows that are wrong. */
function list({ header, status }: Place, mark: string) {
  const rows = Array.from({ length: MEMBERS }, (_, n) => {
    const born = `${String((n % 28) + 1).padStart(2, '0')}/0${(n % 9) + 1}/19${70 + (n % 25)}`;
    const email = n % BAD === 5 && n < BAD * BAD ? 'sans adresse' : `${n}@${mark}.example`;
    return `${mark}${n};LEFÈVRE ${mark};Noé${n === 0 ? 'mie' : `-${n}`};${born};${email};Annuel;${status}`;
  });
  const buffer = Buffer.from(encoded([header, ...rows].join('\r\n'), 'windows-1252'));
  return { name: 'export.csv', mimeType: 'text/csv', buffer };
}

/** The platform makes a customer with its first gym and kiosk. */
async function makeCustomer(
  page: Page,
  t: Words,
  place: Place,
  owner: { name: string; email: string },
  mark: string,
) {
  await page.goto('/dashboard/admin/clients');
  await page
    .getByRole('main')
    .getByRole('link', { name: t('customers.new') })
    .first()
    .click();
  const next = async (answers: Record<string, string>) => {
    for (const [id, text] of Object.entries(answers)) {
      const field = page.locator(`#${id}`);
      await ((await field.evaluate((one) => one.tagName)) === 'SELECT'
        ? field.selectOption(text)
        : field.fill(text));
    }
    const step = page.url();
    await page.getByRole('button', { name: t('customers.wizard.next') }).click();
    await expect(page).not.toHaveURL(step);
  };
  await page.locator('#name').waitFor();
  await next({ name: `Réseau ${mark}`, city: 'Nantes', language: place.language });
  await page.getByRole('radio', { name: /Pro/ }).check();
  await next({});
  await next({ owner_name: owner.name, owner_email: owner.email, owner_language: place.language });
  await next({
    gym_name: `Salle ${mark}`,
    gym_city: 'Nantes',
    timezone: place.timezone,
    gym_language: place.language,
  });
  await next({ kiosk_name: 'Porte', kiosk_place: '' });
  await page.getByRole('button', { name: t('customers.wizard.create') }).click();
  await expect(page.getByRole('button', { name: t('customers.made.code') })).toBeVisible();
}

async function accept(page: Page, t: Words, link: string) {
  await page.goto(link);
  await page.getByRole('button', { name: t('auth.confirm.invite.submit') }).click();
  await page.getByLabel(t('auth.password.label'), { exact: true }).fill('quatre mots sans lien');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: t('auth.setup.submit') }).click();
  await page.getByRole('button', { name: t('auth.setup.skip') }).click();
  await page.waitForURL(/\/dashboard/);
}

const step = (page: Page, t: Words, name: 'team' | 'hours' | 'members' | 'badge') =>
  page
    .getByRole('main')
    .getByRole('link', { name: t(`overview.start.steps.${name}.link`) })
    .first();

async function inviteColleague(page: Page, t: Words) {
  const { name, email } = stranger();
  await step(page, t, 'team').click();
  await page
    .getByRole('main')
    .getByRole('button', { name: t('team.action.invite') })
    .click();
  await page.locator('#full_name').fill(name);
  await page.locator('#email').fill(email);
  await page.getByRole('button', { name: t('team.invite.submit') }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
}

/** Open day and night, so that the kiosk greets whenever this runs. */
async function setHours(page: Page, t: Words) {
  await step(page, t, 'hours').click();
  const week = page.getByRole('form', { name: t('gymSettings.hours.week') });
  await week.getByTitle(t('gymSettings.hours.add')).first().click();
  await page.locator('[id="hours.0.0.open"]').fill('00:00');
  await page.locator('[id="hours.0.0.close"]').fill('00:00');
  await week.getByTitle(t('gymSettings.hours.copy')).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('gymSettings.hours.copyAll') }).click();
  await dialog.getByRole('button', { name: t('gymSettings.hours.copyDo'), exact: true }).click();
  await week.getByRole('button', { name: t('gymSettings.save') }).click();
  await expect(page.getByText(t('gymSettings.hours.saved'))).toBeVisible();
}

async function importMembers(page: Page, t: Words, place: Place, mark: string) {
  await step(page, t, 'members').click();
  await page.locator('input[type="file"]').setInputFiles(list(place, mark));
  await page.getByRole('button', { name: t('imports.columns.next') }).click();
  const go = page.getByRole('button', { name: t('imports.check.go.members', { count: MEMBERS - BAD }) });
  await expect(go).toBeVisible();
  await go.click();
  await expect(page.getByRole('heading', { name: t('imports.done.done') })).toBeVisible({ timeout: 60_000 });
}

for (const place of places) {
  const { language } = place;
  test(`a gym begins with nothing and greets its first member, in ${language} @core`, async ({
    app,
    login,
    complaints,
    openContext,
  }) => {
    test.setTimeout(300_000);
    // A badge that the desk waits for is no entry.
    complaints.allow(/status of 409.*kiosk\/scan/);
    const t = await wordsOf(language);
    const mark = randomUUID().slice(0, 6).replaceAll(/\d/g, 'q');
    const owner = stranger();
    const platform = await (await openContext({ locale: place.browser })).newPage();
    await login('super_admin', platform);
    await makeCustomer(platform, t, place, owner, mark);

    const page = await (await openContext({ locale: place.browser })).newPage();
    await accept(page, t, linkIn(await mailTo(app, owner.email, place.mail)));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await inviteColleague(page, t);
    await page.goto('/dashboard');
    await setHours(page, t);
    await page.goto('/dashboard');
    await importMembers(page, t, place, mark);
    const [found] = await ask(
      app,
      (sql) => sql<{ number: number }[]>`
        select count(*)::int as number from public.gym_members_v2 where last_name ilike ${`%${mark}`} and deleted_at is null`,
    );
    expect(found?.number).toBe(MEMBERS - BAD);

    const door = await openContext({ locale: place.browser, viewport: { width: 1080, height: 1920 } });
    const kiosk = await door.newPage();
    const issued = platform.waitForResponse((response) => response.url().endsWith('/code'));
    await platform.getByRole('button', { name: t('customers.made.code') }).click();
    const { code } = (await (await issued).json()) as { code: string };
    const [made] = await ask(
      app,
      (sql) => sql<{ slug: string }[]>`
        select k.slug from public.kiosks k join public.gyms g on g.id = k.gym_id where g.name = ${`Salle ${mark}`}`,
    );
    await kiosk.goto(`/kiosk/${made?.slug}`);
    await kiosk.getByRole('textbox').fill(code);
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByText(kioskWords[language].attract)).toBeVisible();

    // The kiosk reads the badge that nobody has, for the member whose turn it is at the desk.
    await page.goto('/dashboard');
    await step(page, t, 'badge').click();
    await page
      .getByPlaceholder(t('badges.round.search'))
      .or(page.getByLabel(t('badges.round.search')))
      .first()
      .fill('Noémie');
    await page
      .getByRole('button', { name: /^Noémie/ })
      .first()
      .click();
    await page
      .getByLabel(t('badges.source.where'))
      .selectOption({ label: t('badges.source.kiosk', { name: 'Porte' }) });
    await expect(page.getByText(t('badges.source.kioskWaits', { name: 'Porte' }))).toBeVisible();
    const badge = String(3_000_000_000 + Math.floor(Math.random() * 900_000_000));
    await holdBadge(kiosk, badge);
    await expect(kiosk.getByText(kioskWords[language].attract)).toHaveCount(0);
    await expect(page.getByText(t('badges.round.state.given')).first()).toBeVisible();

    await expect(kiosk.getByText(kioskWords[language].attract)).toBeVisible({ timeout: 20_000 });
    await holdBadge(kiosk, badge);
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Noémie');
    await answerConsent(kiosk, language, [true, true, true]);
    await expect(kiosk.getByRole('textbox')).toBeVisible();
  });
}
