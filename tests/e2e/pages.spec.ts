import { expect, test } from './support/fixtures.ts';
import { everyLook } from './support/looks.ts';
import { dashboardPages, pathsOf, type RoleName, roles } from './support/pages.ts';

const CLOSED = 'Votre rôle n’ouvre pas cette page';
/** Where `npm run screens` puts its pictures; by itself the walk takes none. */
const folder = process.env.SCREENS;

/** The page of the role that it is for first. */
const shownTo = (role: RoleName) => dashboardPages.filter(({ opens }) => reader(opens) === role);
const reader = (opens: RoleName[]) => (opens.includes('manager') ? 'manager' : opens[0]);

for (const [role, who] of Object.entries(roles)) {
  test(`each page opens for ${role}, or says that it does not`, async ({ app, page, login }) => {
    test.setTimeout(180_000);
    const pathOf = await pathsOf(app);
    await login(who);
    for (const one of dashboardPages) {
      await page.goto(pathOf(one));
      await expect(page.getByRole('main')).toBeVisible();
      const closed = page.getByRole('heading', { level: 1, name: CLOSED });
      const opens = one.opens.includes(role as RoleName);
      await expect(closed, `${one.name} for ${role}`).toHaveCount(opens ? 0 : 1);
      await expect(page.getByRole('heading', { level: 1 }), one.name).toHaveCount(1);
    }
  });
}

for (const role of ['manager', 'platform'] as const) {
  test(`the pages of the ${role} are accessible in both themes, and nothing sticks out at 360 px`, async ({
    app,
    page,
    login,
    expectAccessible,
  }) => {
    test.setTimeout(300_000);
    const pathOf = await pathsOf(app);
    await login(roles[role]);
    for (const one of shownTo(role)) {
      await page.goto(pathOf(one));
      await everyLook(page, () => expectAccessible());
    }
  });

  test(`the pages of the ${role} are worked by the keyboard alone`, async ({ app, page, login }) => {
    test.setTimeout(180_000);
    const pathOf = await pathsOf(app);
    await login(roles[role]);
    for (const one of shownTo(role)) {
      await page.goto(pathOf(one));
      await expect(page.getByRole('main')).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: 'Aller au contenu' }), one.name).toBeFocused();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
      expect(inMain, `${one.name}: the first stop after the link is in the page`).toBe(true);
      const outline = await page.evaluate(() => {
        const control = document.activeElement as HTMLElement;
        const styles = [getComputedStyle(control), getComputedStyle(control, '::after')];
        const parent = control.closest('label, :has(> :focus-visible)');
        if (parent) styles.push(getComputedStyle(parent));
        return styles.some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
        );
      });
      expect(outline, `${one.name}: the focus shows`).toBe(true);
    }
  });

  if (folder)
    test(`pictures of the pages of the ${role}`, async ({ app, page, login }) => {
      test.setTimeout(300_000);
      const pathOf = await pathsOf(app);
      await login(roles[role]);
      for (const one of shownTo(role)) {
        await page.goto(pathOf(one));
        for (const [width, height] of [
          [1440, 1000],
          [390, 844],
        ] as const) {
          await page.setViewportSize({ width, height });
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await page.screenshot({ path: `${folder}/${one.name}-${width}-${colorScheme}.png` });
          }
        }
      }
    });
}
