import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { issuePairingCode } from './kiosk.ts';

/** Words of the kiosk's screens that a journey looks for. */
export const kioskWords = {
  fr: { attract: /^Passe(z votre| ton) badge$/, yes: 'Oui', no: 'Non', stop: 'Arrêter' },
  en: { attract: /^Scan your badge$/, yes: 'Yes', no: 'No', stop: 'Stop' },
  es: { attract: /^Pasa (tu|su) tarjeta$/, yes: 'Sí', no: 'No', stop: 'Parar' },
} as const;

export type KioskLanguage = keyof typeof kioskWords;

/** Opens a kiosk's page and pairs it by typing a fresh code, until it waits for a badge. */
export async function pairKiosk(app: RunningApp, page: Page, slug: string, language: KioskLanguage) {
  const code = await issuePairingCode(app, slug);
  await page.goto(`/kiosk/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('textbox').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText(kioskWords[language].attract)).toBeVisible();
}

/**
 * Holds badges to the reader, one after the other: it types faster than anybody could and ends with Enter, as readers
 * do. The keys say themselves when they were typed, because a busy machine makes them slow.
 */
export async function holdBadge(page: Page, ...numbers: string[]) {
  await page.evaluate((all) => {
    for (const number of all) {
      const start = performance.now();
      for (const [place, code] of [...[...number].map((digit) => `Digit${digit}`), 'Enter'].entries()) {
        const key = new KeyboardEvent('keydown', { code, cancelable: true });
        Object.defineProperty(key, 'timeStamp', { value: start + place });
        window.dispatchEvent(key);
      }
    }
  }, numbers);
}

/** Answers the three questions in their order: talk, analyse, remember. A no to the first one lets in at once. */
export async function answerConsent(
  page: Page,
  language: KioskLanguage,
  answers: [boolean, boolean, boolean],
) {
  const { yes, no } = kioskWords[language];
  for (const [place, granted] of answers.entries()) {
    const question = page.getByRole('group').nth(place);
    await question.getByRole('button', { name: granted ? yes : no, exact: true }).click();
    if (place === 0 && !granted) return;
  }
}

/** Writes a message and waits until JARVIS has answered it. */
export async function say(page: Page, text: string) {
  const answered = page.waitForResponse((response) => response.url().endsWith('/conversation/messages'));
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
  expect((await answered).status()).toBe(200);
}
