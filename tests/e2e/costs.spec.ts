import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RunningApp } from './support/app.ts';
import { enter, newGym } from './support/badge-desk.ts';
import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { ask } from './support/members.ts';

test.describe.configure({ timeout: 90_000 });

/** Spoken conversations of now at a gym's kiosk, each at its cost in US dollars. */
async function spend(app: RunningApp, gymId: string, ...costs: number[]) {
  await ask(
    app,
    (sql) => sql`
      insert into public.openai_realtime_sessions (
        gym_id, kiosk_id, state, channel, provider, language, started_at, connected_at, ended_at, end_reason,
        expires_at, consent, cost_usd
      )
      select k.gym_id, k.id, 'closed', 'voice', 'openai', 'fr', now(), now(), now(), 'goodbye', now() + interval '5 minutes',
        '{"talk": true, "analyse": true, "remember": false}', cost
      from public.kiosks k, unnest(${costs}::numeric[]) cost where k.gym_id = ${gymId}`,
  );
}

/** An amount as the screens write it, whatever the spaces. */
const amount = (figure: string) => new RegExp(figure.replaceAll(' ', '\\s'));

test('the platform sees what a gym has cost in both currencies, gives it a budget, and corrects a rate', async ({
  app,
  page,
  login,
  expectAccessible,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const { id, name } = await newGym(app);
  await spend(app, id, 1.17, 2.34);
  const model = `model-${randomUUID().slice(0, 8)}`;
  await ask(
    app,
    (sql) => sql`
      insert into private.platform_alerts (kind, subject, params)
      values ('model_shutdown', ${model}, '{"shutdown_at": "2027-02-26"}')`,
  );
  await login('super_admin');
  await page.goto('/dashboard/admin/costs');
  const alert = page.getByRole('listitem').filter({ hasText: model });
  await alert.getByRole('button', { name: 'Prendre en charge' }).click();
  await expect(alert).toContainText('pris en charge par');
  await alert.getByRole('button', { name: 'Clore' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Jour par jour' })).toBeAttached();
  await everyLook(page, expectAccessible);

  await page.getByRole('searchbox', { name: 'Chercher dans les coûts' }).fill(name);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(amount('3,51 \\$US'));
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('€');
  await page.waitForURL(/search=/);
  const download = page.waitForEvent('download');
  await page.locator('a[download]').click();
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(new RegExp(`${name};.*;2;3\\.51;3;`));

  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const budget = page.getByLabel('Budget de la salle');
  await budget.fill('beaucoup');
  await page.getByRole('button', { name: 'Fixer le budget' }).click();
  await expect(budget).toHaveAttribute('aria-invalid', 'true');
  await budget.fill('4,00');
  await page.getByRole('button', { name: 'Fixer le budget' }).click();
  await expect(page.getByText(`Budget de ${name} enregistré.`)).toBeVisible();
  await expect(page.getByText(/88\s%\sdu budget de la salle/)).toBeVisible();
  await page.getByRole('button', { name: 'Retirer' }).click();
  await expect(page.getByText(`${name} n’a plus de budget propre.`)).toBeVisible();

  await page.goto('/dashboard/admin/costs/prices');
  const rates = page.getByRole('row').filter({ hasText: '3 févr. 2020' });
  for (const rate of ['1,5', '1,125']) {
    await page.getByRole('button', { name: 'Saisir un cours' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Jour').fill('2020-02-03');
    await dialog.getByLabel('Dollars pour 1 €').fill('12');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog.getByText('Saisissez un nombre de 0,2 à 5')).toBeVisible();
    await dialog.getByLabel('Dollars pour 1 €').fill(rate);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(rates.filter({ hasText: rate })).toHaveCount(1);
  }
  await expect(rates.filter({ hasText: 'corrigé depuis' })).toContainText('1,50');
  await expect(page.getByRole('row').filter({ hasText: 'gpt-realtime-2.1-mini' })).toContainText('20,00');
  await everyLook(page, expectAccessible);
});

test('a manager sees the own gym’s month and each conversation in dollars and euros', async ({
  app,
  page,
  expectAccessible,
}) => {
  const { id } = await enter(app, page, 'gym_manager');
  await spend(app, id, 0.0585);
  await page.goto('/dashboard/settings/gym/place');
  const month = page.locator('section').filter({ hasText: 'Coût de la voix ce mois-ci' });
  await expect(month).toContainText(amount('0,06 \\$US'));
  await expect(month).toContainText('1 conversation parlée.');
  await page.goto('/dashboard/sessions');
  await page.locator('[data-row]').first().click();
  await expect(page.getByText(/0,0585\s\$US\s·\s0,05\s€/)).toBeVisible();
  await expect(page.getByText('au cours du 1 janv. 2026')).toBeVisible();
  await expectAccessible();
  await page.goto('/dashboard/admin/costs');
  await expect(page.getByRole('table')).toHaveCount(0);
});
