import type { BrowserContext, Page } from '@playwright/test';
import { kioskWords } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { inRoom } from './support/kiosk-browser.ts';
import { issuePairingCode } from './support/kiosk.ts';
import { ask, freshMember } from './support/members.ts';

const slug = 'lyon-part-dieu-accueil';
const address = `/kiosk/${slug}`;
/** Where pictures go when somebody asks for them; by itself the journey takes none. */
const folder = process.env.SCREENS;
const picture = async (page: Page, name: string) => {
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** Notes each microphone that the page opens, so that a test can ask for them. */
async function watchMicrophones(context: BrowserContext) {
  await context.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    Object.assign(window, { openedTracks: opened });
    if (!navigator.mediaDevices) return;
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      opened.push(...stream.getTracks());
      return stream;
    };
  });
}

const microphones = (page: Page) =>
  page.evaluate(() =>
    (window as Window & { openedTracks?: MediaStreamTrack[] }).openedTracks?.map(
      ({ readyState }) => readyState,
    ),
  );

/** Pairs by a link whose code stands behind the hash. */
async function pairByLink(page: Page, code: string) {
  await page.goto(`${address}#code=${code}`);
  await expect(page.getByRole('textbox')).toHaveValue(code);
  await expect(page).toHaveURL(address);
  await page.getByRole('button', { name: 'Appairer', exact: true }).click();
}

/** Keys as a reader sends them, one each `gap` milliseconds by the browser's own clock. */
async function typeKeys(page: Page, keys: { code: string; key: string }[], gap: number) {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now() / 1000;
  const sent = [...keys, { code: 'Enter', key: 'Enter' }].map((key, place) =>
    session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      ...key,
      timestamp: begun + (place * gap) / 1000,
    }),
  );
  await Promise.all(sent);
  await session.detach();
}

const azerty = 'à&é"\'(-è_ç';
const digitKeys = (number: string, layout: 'qwerty' | 'azerty') =>
  [...number].map((digit) => ({
    code: `Digit${digit}`,
    key: layout === 'qwerty' ? digit : (azerty[Number(digit)] ?? ''),
  }));

test('a kiosk is set up with one code and at most six taps', async ({
  app,
  page,
  login,
  complaints,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await login('camille@atelier-forme.example');
  await page.goto(`/dashboard/kiosks/setup?kiosk=${slug}`);
  await expect(page.getByText(`${app.url}${address}`, { exact: true })).toBeVisible();
  await picture(page, 'kiosk-setup-phone');
  await page.getByRole('button', { name: 'Créer le code d’appairage' }).click();
  const shown = page.getByRole('dialog').locator('dd').first();
  await expect(shown).toHaveText(/^[A-Z2-9]{6}$/);
  await expect(page.getByRole('dialog').getByRole('img', { name: /Carré/ }).locator('path')).toBeVisible();
  await expectAccessible();
  await picture(page, 'kiosk-setup-code');
  const code = (await shown.textContent()) ?? '';

  await inRoom(app, complaints, 0.002, async (context) => {
    await watchMicrophones(context);
    const kiosk = await context.newPage();
    const taps: string[] = [];
    await kiosk.exposeFunction('tapped', (name: string) => taps.push(name));
    await kiosk.addInitScript(() =>
      document.addEventListener('click', ({ target }) => {
        const { tapped } = window as Window & { tapped?: (name: string) => void };
        if (target instanceof HTMLElement) tapped?.(target.innerText);
      }),
    );
    await kiosk.goto(address);
    await expect(kiosk.getByRole('img', { name: /Carré/ }).locator('path')).toBeVisible();
    await picture(kiosk, 'kiosk-pairing');
    await pairByLink(kiosk, code);
    await expect(kiosk.getByText('La borne est appairée')).toBeVisible();
    await picture(kiosk, 'kiosk-paired');
    expect(await microphones(kiosk), 'nothing is opened before it is asked for').toEqual([]);

    await kiosk.getByRole('button', { name: 'Contrôler' }).click();
    await expect(kiosk.getByText('Micro ouvert pour le contrôle')).toBeVisible();
    await picture(kiosk, 'kiosk-check-listening');
    await expect(row(kiosk, 'Micro')).toContainText('Calme');
    await expect(row(kiosk, 'Micro')).toContainText(/Bruit de fond -\d\d dB/);
    await expect(row(kiosk, 'Réseau')).toContainText(/ms aller-retour/);
    await kiosk.getByRole('button', { name: 'Oui' }).click();
    await expect(row(kiosk, 'Haut-parleur')).toContainText('S’entend');
    await expect(kiosk.getByText('Micro fermé')).toBeVisible();
    await expectAccessible(kiosk);

    // A reader's keys lie where they lie, whatever letters the layout puts there.
    for (const layout of ['qwerty', 'azerty'] as const) {
      const number = layout === 'qwerty' ? '0013961168' : '3829058002';
      await typeKeys(kiosk, digitKeys(number, layout), 8);
      await expect(row(kiosk, 'Badge')).toContainText(`Lu : ${number}`);
    }
    await typeKeys(kiosk, digitKeys('0013961168', 'qwerty'), 90);
    await expect(row(kiosk, 'Badge')).toContainText('Lu : 3829058002');
    await typeKeys(kiosk, digitKeys('0144814787', 'azerty'), 8);
    await expect(row(kiosk, 'Badge')).toContainText('ce n’est pas un badge');

    await picture(kiosk, 'kiosk-check');
    if (folder) {
      await kiosk.setViewportSize({ width: 1920, height: 1080 });
      await picture(kiosk, 'kiosk-check-wide');
      await kiosk.setViewportSize({ width: 1080, height: 1920 });
    }
    const told = kiosk.waitForRequest((request) => request.url().endsWith('/heartbeat'));
    await kiosk.getByRole('button', { name: 'Terminer' }).click();
    expect((await told).postDataJSON().health).toMatchObject({
      microphone: 'ok',
      speaker: 'ok',
      noise_db: expect.any(Number),
    });
    await expect(kiosk.getByText(kioskWords.fr.attract)).toBeVisible();
    expect(await microphones(kiosk), 'and nothing stays open').toEqual(['ended']);
    expect(taps).toEqual(['Appairer', 'Contrôler', 'Oui', 'Terminer']);
    await kiosk.reload();
    const later = await kiosk.waitForRequest(
      (request) => request.url().endsWith('/heartbeat') && request.postDataJSON().health !== undefined,
    );
    expect(later.postDataJSON().health, 'a restart remembers what was found').toMatchObject({
      speaker: 'ok',
    });
  });
});

for (const [room, amplitude, verdict] of [
  ['is loud', 0.4, 'Trop bruyant : on tiendra un bouton pour parler'],
  ['is noisy', 0.02, 'Bruyant : parler tout près'],
  ['says nothing', 0, 'Aucun son'],
] as const) {
  test(`the check finds a microphone that ${room}`, async ({ app, complaints }) => {
    await inRoom(app, complaints, amplitude, async (context) => {
      const page = await context.newPage();
      await pairByLink(page, await issuePairingCode(app, slug));
      await page.getByRole('button', { name: 'Contrôler' }).click();
      await expect(row(page, 'Micro')).toContainText(verdict.replace(' :', '\u00a0:'));
    });
  });
}

test('the check opens behind the gym’s name, for whoever has a code', async ({
  app,
  page,
  complaints,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/status of 422/);
  await page.setViewportSize({ width: 1080, height: 1920 });
  await pairByLink(page, await issuePairingCode(app, slug));
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await page.locator('[data-setup-door]').hover();
  await page.mouse.down();
  await expect(heading(page)).toHaveText('Réservé à l’équipe');
  await page.mouse.up();
  await expectAccessible();
  await picture(page, 'kiosk-door');
  const code = await issuePairingCode(app, slug);
  await page.getByRole('textbox').fill(code === 'ZZZZZZ' ? 'YYYYYY' : 'ZZZZZZ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ce code n’est pas le bon')).toBeVisible();
  await page.getByRole('textbox').fill(code);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Contrôle de la borne');
  await expect(row(page, 'Micro')).toContainText(/Aucun micro branché|Refusé/);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();
});

test('a tablet reads badges itself, and somebody who only wants the door is asked once', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.addInitScript(() => {
    class FakeReader extends EventTarget {
      async scan() {
        Object.assign(window, {
          hold: (serialNumber: string) =>
            this.dispatchEvent(Object.assign(new Event('reading'), { serialNumber })),
        });
      }
    }
    Object.assign(window, { NDEFReader: FakeReader });
  });
  const hold = (serial: string) =>
    page.evaluate(
      (number) => (window as Window & { hold?: (serial: string) => void }).hold?.(number),
      serial,
    );
  await pairByLink(page, await issuePairingCode(app, slug));
  await page.getByRole('button', { name: 'Contrôler' }).click();
  await page.getByRole('button', { name: 'Lire ici' }).click();
  await hold('04:a1:b2:c3:d4:e5:f6');
  await expect(row(page, 'Badge')).toContainText('04a1b2c3d4e5f6');
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();

  const member = await freshMember(app, slug);
  const hex = Number(member.badge_id).toString(16).padStart(8, '0');
  const serial = (hex.match(/../g) ?? []).join(':');
  await hold(serial);
  await expect(heading(page)).toHaveText(`Bonjour ${member.first_name}`);
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/kiosk/decline'));
  await page.getByRole('group').first().getByRole('button', { name: 'Non' }).click();
  await expect(heading(page)).toContainText('Tu peux entrer');
  expect(await (await kept).json()).toEqual({ kept: true });
  await page.getByRole('button', { name: 'Effacer l’écran' }).click();
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();

  await page.evaluate((digits) => {
    for (const code of [...[...digits].map((digit) => `Digit${digit}`), 'Enter'])
      window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true }));
  }, member.badge_id);
  await expect(heading(page)).toContainText('Tu peux entrer');
  const [rows] = await ask(
    app,
    (sql) => sql`
      select (select count(*)::int from public.openai_realtime_sessions where member_id = ${member.id}) as talks,
        (select count(*)::int from public.member_consents where member_id = ${member.id}) as answers,
        (select count(*)::int from public.gym_visits where member_id = ${member.id} and started_at > now() - interval '5 minutes') as visits`,
  );
  expect(rows).toEqual({ talks: 0, answers: 1, visits: 1 });
  await page.getByRole('button', { name: 'Mes choix' }).click();
  await expect(page.getByRole('group').first().getByRole('button', { name: 'Non' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
