import type { Page } from '@playwright/test';
import { answerConsent, holdBadge, pairKiosk, say } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { issuePairingCode } from './support/kiosk.ts';
import { ask, freshMember } from './support/members.ts';

const slug = 'lyon-part-dieu-vestiaires';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.use({ viewport: { width: 1080, height: 1920 } });

/** A screen without scrolling, whose every target is large, within reach and apart from the next one. */
async function expectReachable(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('main button:not([title]), main form input:not(.opacity-0)'),
    ]
      .map((element) => ({
        name: element.ariaLabel ?? element.innerText,
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0);
    const found = targets
      .filter(({ box }) => box.height < 64 || box.width < 64 || box.top < 814 || box.bottom > 1920)
      .map(({ name, box }) => `${name}: ${box.width}×${box.height} at ${box.top}`);
    const { scrollHeight, scrollWidth } = document.documentElement;
    return scrollHeight > 1920 || scrollWidth > 1080 ? [...found, 'the page scrolls'] : found;
  });
  expect(faults).toEqual([]);
}

test('each screen of a visit is accessible and within reach @core', async ({
  app,
  page,
  complaints,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of (404|422)/);
  const good = async () => {
    await expectReachable(page);
    await expectAccessible(page);
  };
  await page.goto(`/kiosk/${slug}`);
  await expect(heading(page)).toHaveText('Appairer cette borne');
  await page.getByRole('textbox').fill('ZZZZZZ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ce code n’est pas le bon')).toBeVisible();
  await good();
  const code = await issuePairingCode(app, slug);
  for (const sign of code) await page.getByRole('button', { name: sign, exact: true }).click();
  await page.getByRole('button', { name: 'Appairer', exact: true }).click();
  await expect(page.getByText('Passe ton badge')).toBeVisible();
  await expect(page.getByText('Micro coupé')).toBeVisible();
  await good();

  await page.getByRole('button', { name: 'Badge oublié' }).click();
  await expect(heading(page)).toContainText('Badge oublié');
  await good();
  await page.getByRole('button', { name: 'Appeler l’équipe' }).click();
  await expect(page.getByText(/L’équipe est prévenue|Personne n’est de service/)).toBeVisible();

  await holdBadge(page, '2415919105');
  await expect(heading(page)).toHaveText('Je ne connais pas ce badge');
  await good();

  const member = await freshMember(app, slug);
  await holdBadge(page, member.badge_id);
  await expect(heading(page)).toHaveText(`Bonjour ${member.first_name}`);
  await good();
  await page.getByRole('button', { name: 'EN, English' }).click();
  await expect(heading(page)).toHaveText(`Hello ${member.first_name}`);
  await page.getByRole('button', { name: 'FR, Français' }).click();
  await page.getByRole('button', { name: 'Continuer sans parler' }).click();
  await expect(page.getByRole('heading', { name: 'On s’écrit' })).toBeVisible();
  await answerConsent(page, 'fr', [true, true, false]);
  await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible();
  await expect(page.getByText('Démonstration', { exact: true })).toBeVisible();
  await good();

  await page.getByRole('button', { name: 'Ouvrir le clavier' }).click();
  for (const key of 'azerty') await page.getByRole('button', { name: key, exact: true }).click();
  await expect(page.getByRole('textbox')).toHaveValue('azerty');
  await good();
  await page.getByRole('button', { name: 'Fermer le clavier' }).click();
  await page.getByRole('button', { name: 'Mes choix' }).click();
  await good();
  await page.getByRole('button', { name: 'Revenir' }).click();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(heading(page)).toContainText('Bonne séance');
  await good();
  await page.getByRole('button', { name: 'Effacer l’écran' }).click();
  await expect(page.getByText('Passe ton badge')).toBeVisible();
  await expect(page.getByText(member.first_name)).toHaveCount(0);
  expect(page.url()).toBe(`${app.url}/kiosk/${slug}`);
});

test('no to talking lets somebody in, and nothing is kept', async ({ app, page }) => {
  await pairKiosk(app, page, slug, 'fr');
  const member = await freshMember(app, slug);
  await holdBadge(page, member.badge_id);
  await expect(heading(page)).toHaveText(`Bonjour ${member.first_name}`);
  await page.getByRole('group').first().getByRole('button', { name: 'Non' }).click();
  await expect(heading(page)).toContainText('Tu peux entrer');
  const [kept] = await ask(
    app,
    (sql) =>
      sql`select count(*)::int as n from public.openai_realtime_sessions where member_id = ${member.id}`,
  );
  expect(kept).toEqual({ n: 0 });
});

for (const [way, leave] of [
  ['is left', (page: Page) => page.goto('about:blank').then(() => undefined)],
  ['is closed', (page: Page) => page.close({ runBeforeUnload: true })],
] as const)
  test(`a kiosk whose page ${way} says its last words: the conversation is over, and it is switched off`, async ({
    app,
    page,
  }) => {
    const since = new Date();
    await pairKiosk(app, page, slug, 'fr');
    const member = await freshMember(app, slug);
    await holdBadge(page, member.badge_id);
    await answerConsent(page, 'fr', [true, true, true]);
    await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible();
    await say(page, 'vous fermez à quelle heure ce soir ?');
    await leave(page);
    const read = () =>
      ask(
        app,
        (sql) => sql`
        select state, end_reason, last_seq from public.openai_realtime_sessions where member_id = ${member.id}`,
      );
    await expect.poll(read).toEqual([{ state: 'closed', end_reason: 'page_closed', last_seq: 1 }]);
    const down = () =>
      ask(
        app,
        (sql) => sql`
        select s.going_down_at >= ${since} as is_down from public.kiosk_state s
        join public.kiosks k on k.id = s.kiosk_id where k.slug = ${slug}`,
      );
    await expect.poll(down).toEqual([{ is_down: true }]);
  });

test('without a network the kiosk says what still works, and comes back by itself', async ({
  app,
  page,
  context,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await pairKiosk(app, page, slug, 'fr');
  await context.setOffline(true);
  await expect(heading(page)).toHaveText('L’accueil par badge fonctionne');
  await expect(page.getByText('En pause, micro coupé')).toBeVisible();
  await page.getByRole('button', { name: 'ES, Español' }).click();
  await expect(heading(page)).toHaveText('La tarjeta sigue sirviendo');
  await context.setOffline(false);
  await expect(heading(page)).toHaveText('Pasa tu tarjeta');
});
