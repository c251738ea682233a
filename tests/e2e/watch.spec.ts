import { expect, test } from './support/fixtures';

test('the sign-in page opens in French, without a complaint, and is accessible @core', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/login');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('input[type="password"]')).toBeVisible();
  await expectAccessible();
});

test('a manager signs in through the form @core', async ({ page, login }) => {
  await login('gym_manager');
  await expect(page).toHaveURL(/\/dashboard/);
});

test.describe('what no journey may pass over', () => {
  test('a console error is heard @core', async ({ page, complaints }) => {
    await page.goto('/login');
    await page.evaluate(`console.error('planted complaint')`);
    await expect.poll(() => complaints.unexpected().join()).toContain('planted complaint');
    complaints.allow(/planted complaint/);
  });

  test('a page error is heard @core', async ({ page, complaints }) => {
    await page.goto('/login');
    await page.evaluate(() => {
      queueMicrotask(() => {
        throw new Error('planted throw');
      });
    });
    await expect.poll(() => complaints.unexpected().join()).toContain('planted throw');
    complaints.allow(/planted throw/);
  });

  test('a violation of the security policy is heard @core', async ({ page, complaints }) => {
    await page.goto('/login');
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(image);
    });
    await expect.poll(() => complaints.unexpected().join()).toMatch(/Content Security Policy[\s\S]*img-src/);
    complaints.allow(/elsewhere\.example|img-src/);
  });

  test('an inaccessible control is found @core', async ({ page, expectAccessible }) => {
    await page.goto('/login');
    await page.evaluate(() => document.body.append(document.createElement('button')));
    await expect(expectAccessible()).rejects.toThrow('button-name');
  });
});
