import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';

const pages = ['/dashboard', '/dashboard/alerts', '/dashboard/members', '/dashboard/sessions'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible in ${colorScheme}, and nothing sticks out at 360 px @core`, async ({
    login,
    openContext,
    expectAccessible,
  }) => {
    test.setTimeout(120_000);
    const context = await openContext({ locale: 'fr-FR', colorScheme });
    const page = await context.newPage();
    await login('camille@atelier-forme.example', page);
    for (const path of pages) {
      await page.setViewportSize({ width: 1440, height: 1000 });
      await page.goto(path);
      await expect(page.getByRole('main')).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 780 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} at 360 px`).toBeLessThanOrEqual(0);
    }
  });
}

test('an alert is ended with a note by keyboard, and the undo leaves it with who ended it @core', async ({
  app,
  page,
  login,
}) => {
  await login('marc@atelier-forme.example');
  const [gym] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`select id from public.gyms where name = 'Lyon Vaise'`,
  );
  const [made] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`
      insert into public.manager_alerts (gym_id, alert_type, priority, title, context)
      values (${gym?.id ?? ''}, 'equipment_issue', 'high', 'equipment_issue',
        '{"code": "equipment_report", "params": {"equipment": "poulie 7"}}') returning id`,
  );
  const status = () =>
    ask(
      app,
      (sql) => sql`select status, resolution_notes from public.manager_alerts where id = ${made?.id ?? ''}`,
    );
  await page.goto(`/dashboard/alerts?open=${made?.id}`);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Poulie changée.');
  await dialog.getByRole('button', { name: 'Terminer' }).click();
  await expect.poll(status).toEqual([{ status: 'resolved', resolution_notes: 'Poulie changée.' }]);
  await page.getByRole('button', { name: /Annuler/ }).click();
  await expect.poll(async () => (await status())[0]?.status).toBe('in_progress');
});

test('members are found by name, kept in the address, and exported', async ({ page, login }) => {
  await login('gym_manager');
  await page.goto('/dashboard/members');
  const first = page.getByRole('table').getByRole('row').nth(1);
  const name = (await first.getByRole('link').first().innerText()).split(' ')[0] ?? '';
  await page.getByRole('main').getByRole('searchbox').fill(name);
  await expect(page).toHaveURL(new RegExp(`search=${encodeURIComponent(name)}`));
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText(name);
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: 'Fichier CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('staff sees moods and topics but neither summaries nor transcripts nor contacts @core', async ({
  app,
  page,
  login,
}) => {
  const [talk] = await ask(
    app,
    (sql) => sql<{ id: string; summary_text: string; said: string }[]>`
      select q.session_id as id, q.summary_text,
        (select e.text from public.conversation_events e where e.session_id = q.session_id and e.source = 'member' limit 1) as said
      from public.conversation_summaries q join public.gyms g on g.id = q.gym_id
      where g.name = 'Lyon Part-Dieu' and q.status = 'done' order by q.created_at desc limit 1`,
  );
  await login('ines@atelier-forme.example');
  await page.goto(`/dashboard/sessions?open=${talk?.id}`);
  await expect(page.getByRole('table')).toBeVisible();
  const text = await page.getByRole('main').innerText();
  expect(text).not.toContain(talk?.said);
  expect(text).not.toContain(talk?.summary_text);
  await page.context().clearCookies();
  await login('camille@atelier-forme.example');
  await page.goto(`/dashboard/sessions?open=${talk?.id}`);
  await expect(page.getByText(talk?.said ?? '').first()).toBeVisible();
});

test('a deactivated person is out at the next page', async ({ app, page, login }) => {
  await login('sam@harbour-gym.example');
  await ask(
    app,
    (sql) => sql`update public.users set is_active = false where email = 'sam@harbour-gym.example'`,
  );
  await page.goto('/dashboard/members');
  await expect(page).toHaveURL(/\/login/);
});

test('a sign-in that is refused keeps what was typed and says what to do @core', async ({
  page,
  complaints,
}) => {
  complaints.allow(/status of 401/);
  await page.goto('/login?next=//evil.example');
  await page.getByLabel('Adresse e-mail').fill('camille@atelier-forme.example');
  await page.getByLabel('Mot de passe').fill('not the password');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'incorrect' })).toBeVisible();
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue('camille@atelier-forme.example');
});

test('language and theme follow the person through the pages', async ({ page, login }) => {
  await login('gym_manager');
  await page.getByRole('button', { name: /Camille Roussel/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /Camille Roussel/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the owner changes gym, and another franchise never appears', async ({ page, login }) => {
  await login('owner@atelier-forme.example');
  await page.getByRole('button', { name: /Atelier Forme/ }).click();
  await expect(page.getByText('Madrid Chamberí')).toHaveCount(0);
  await page.getByRole('menuitemradio', { name: /Villeurbanne/ }).click();
  await expect(page.getByRole('button', { name: /Villeurbanne/ })).toBeVisible();
});
