import { expect, type Page } from '@playwright/test';

/** The same in both themes, and nothing sticks out of a narrow phone. */
export async function everyLook(page: Page, look: () => Promise<void>) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await look();
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} at 360 px`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}
