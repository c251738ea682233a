import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';
import { freshCode } from './support/people.ts';

const HELPED = 'Harbour Gym';

test('a super admin opens a gym for a while, in sight of its manager, and leaves a trace in both names @core', async ({
  app,
  page,
  login,
  openContext,
  expectAccessible,
  complaints,
}) => {
  complaints.allow(/status of 4(03|22)/);
  await login('super_admin');
  const [gym] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`select id from public.gyms where name = ${HELPED}`,
  );
  await page.request.post('/api/preferences', { data: { gym: gym?.id }, headers: { origin: app.url } });

  await page.goto('/dashboard/sessions');
  await expect(
    page.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette page' }),
    'closed without it',
  ).toBeAttached();
  await page.getByRole('button', { name: 'Accès d’assistance' }).click();
  const dialog = page.getByRole('dialog', { name: `Ouvrir un accès à ${HELPED}` });
  await dialog.getByRole('button', { name: 'Ouvrir l’accès' }).click();
  await expect(dialog.getByText('Écrivez au moins dix caractères.')).toBeVisible();
  await dialog.getByLabel('Motif').fill('Demande 4127, la borne ne salue plus');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Ouvrir l’accès' }).click();

  const banner = page.getByRole('complementary', { name: 'Accès d’assistance' });
  await expect(banner).toContainText(`Vous lisez les données de ${HELPED}.`);
  await expect(banner).toContainText('Demande 4127');
  await expect(page.getByRole('heading', { name: 'Conversations' }), 'the page has opened').toBeAttached();
  for (const path of [
    '/dashboard',
    '/dashboard/alerts',
    '/dashboard/members',
    '/dashboard/settings/security',
  ]) {
    await page.goto(path);
    await expect(banner, `on ${path}`).toBeVisible();
  }
  await expectAccessible();

  const desk = await (await openContext({ locale: 'en-GB' })).newPage();
  await login('jo@harbour-gym.example', desk);
  await expect(desk.getByRole('note')).toContainText('Alix Demonteil');

  await banner.getByRole('button', { name: 'Terminer l’accès' }).click();
  await expect(banner).toBeHidden();
  await page.goto('/dashboard/sessions');
  await expect(
    page.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette page' }),
    'closed again',
  ).toBeAttached();

  await desk.goto('/dashboard/settings/audit?entity=support_access');
  await expect(desk.getByRole('note')).toHaveCount(0);
  const trace = desk.getByRole('row').filter({ hasText: 'Alix Demonteil' }).first();
  await expect(trace).toContainText('JARVIS');
  await expect(trace).toContainText(HELPED);
  await expectAccessible(desk);
});

test('a code that is too old is asked for again before a gym opens', async ({
  app,
  page,
  login,
  complaints,
}) => {
  complaints.allow(/status of 403/);
  await login('super_admin');
  // As if the sign-in were of the morning: what the next token says about the second factor is eleven minutes old.
  await ask(
    app,
    (sql) => sql`
      update auth.mfa_amr_claims set created_at = now() - interval '11 minutes', updated_at = now() - interval '11 minutes'
      where session_id in (select id from auth.sessions where aal = 'aal2')`,
  );
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: /sb-/ });
  await page
    .context()
    .addCookies(
      cookies.map((cookie) =>
        /sb-/.test(cookie.name) ? { ...cookie, value: expired(cookie.value) } : cookie,
      ),
    );
  await page.goto('/dashboard');
  await page.getByRole('button', { name: 'Accès d’assistance' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motif').fill('Demande 4128, contrôle du matin');
  await dialog.getByRole('button', { name: 'Ouvrir l’accès' }).click();
  await dialog.getByLabel('Code de votre application').fill(await freshCode(app, app.demoTotpSecret));
  const banner = page.getByRole('complementary', { name: 'Accès d’assistance' });
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: 'Terminer l’accès' }).click();
  await expect(banner).toBeHidden();
});

/** The sign-in's cookie as if its token had run out, so that the next request fetches a new one. */
function expired(value: string): string {
  const session = JSON.parse(Buffer.from(value.replace(/^base64-/, ''), 'base64url').toString()) as object;
  const now = Math.floor(Date.now() / 1000);
  return `base64-${Buffer.from(JSON.stringify({ ...session, expires_at: now - 60, expires_in: 1 })).toString('base64url')}`;
}
