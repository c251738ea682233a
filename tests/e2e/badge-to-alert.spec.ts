import { readFileSync } from 'node:fs';
import { createClient } from '@supabase/supabase-js';
import type { Locale } from '../../lib/i18n/locale.ts';
import type { RunningApp } from './support/app.ts';
import { findNewcomer, withDatabase } from './support/demo.ts';
import { expect, test } from './support/fixtures.ts';
import { pairKiosk, readBadge } from './support/kiosk.ts';

const stories: {
  language: Locale;
  manager: `${string}@${string}`;
  other: `${string}@${string}`;
  angry: string;
}[] = [
  {
    language: 'fr',
    manager: 'camille@atelier-forme.example',
    other: 'lea@atelier-forme.example',
    angry: 'C’est inadmissible, les vestiaires sont dégueulasses, je suis furieux et je veux résilier',
  },
  {
    language: 'en',
    manager: 'jo@harbour-gym.example',
    other: 'camille@atelier-forme.example',
    angry: 'This is unacceptable, the changing rooms are disgusting, I am furious and I want to cancel',
  },
  {
    language: 'es',
    manager: 'lucia@norte-fitness.example',
    other: 'marta@norte-fitness.example',
    angry: 'Esto es inaceptable, los vestuarios dan asco, estoy furioso y quiero darme de baja',
  },
];

const kioskWords = (language: Locale) =>
  JSON.parse(readFileSync(`lib/i18n/messages/${language}/kiosk.json`, 'utf8')) as {
    consent: { yes: string };
    dock: { stop: string; forgotten: string };
    talk: { openKeyboard: string; captions: string };
  };

/** The newest conversation of a member with its alert, as only the database's owner sees them. */
const alertOf = (app: RunningApp, memberId: string) =>
  withDatabase(app, async (sql) => {
    const [row] = await sql<{ id: string; sessionId: string; seconds: number }[]>`
      select a.id, s.id as "sessionId", extract(epoch from a.created_at - s.ended_at)::float8 as seconds
      from public.openai_realtime_sessions s
      join public.manager_alerts a on a.gym_id = s.gym_id and a.member_id = s.member_id
      where s.member_id = ${memberId} and a.alert_type = 'negative_feedback'
      order by s.started_at desc limit 1`;
    return row;
  });

for (const { language, manager, other, angry } of stories) {
  test(`an angry message in ${language} is an alert on its manager's page alone @core`, async ({
    app,
    page,
    context,
    login,
    openContext,
  }) => {
    const { gymId, slug, memberId, firstName, badge } = await findNewcomer(app, manager);
    const words = kioskWords(language);

    const device = await openContext({ viewport: { width: 1080, height: 1920 } });
    const kiosk = await device.newPage();
    await pairKiosk(kiosk, app, slug);
    await kiosk.locator(`footer button[lang="${language}"]`).click();
    await expect(kiosk.getByRole('button', { name: words.dock.forgotten })).toBeVisible();
    await readBadge(kiosk, badge);
    await expect(kiosk.getByText(firstName)).toBeVisible();
    await kiosk.locator(`footer button[lang="${language}"]`).click();
    for (const question of [0, 1, 2])
      await kiosk
        .getByRole('group')
        .filter({ has: kiosk.getByRole('heading') })
        .nth(question)
        .getByRole('button', { name: words.consent.yes, exact: true })
        .click();

    await kiosk.getByRole('button', { name: words.talk.openKeyboard }).click();
    await kiosk.getByRole('textbox').fill(angry);
    await kiosk.keyboard.press('Enter');
    const captions = kiosk.getByRole('region', { name: words.talk.captions });
    await expect(captions).toContainText(angry.slice(0, 20));
    await expect(kiosk.getByRole('textbox')).toBeVisible();
    await kiosk.getByRole('button', { name: words.dock.stop, exact: true }).click();

    await context.addCookies([{ name: 'locale', value: language, url: app.url }]);
    await login(manager);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect.poll(() => alertOf(app, memberId), { timeout: 5000 }).toBeTruthy();
    const alert = await alertOf(app, memberId);
    expect(alert?.seconds).toBeLessThan(5);
    await page.goto('/dashboard/alerts');
    await expect(page.locator(`a[data-row][href*="${alert?.id}"]`)).toContainText(firstName);
    await page.goto(`/dashboard/sessions?open=${alert?.sessionId}`);
    await expect(page.getByText(angry.slice(0, 30)).first()).toBeVisible();

    const elsewhere = await (await openContext()).newPage();
    await login(other, elsewhere);
    await elsewhere.goto(`/dashboard/alerts?open=${alert?.id}`);
    await expect(elsewhere.locator('a[data-row]').first()).toBeVisible();
    await expect(elsewhere.locator(`a[href*="${alert?.id}"]`)).toHaveCount(0);

    const stranger = createClient(app.backend.url, app.backend.publishable_key, {
      auth: { persistSession: false },
    });
    await stranger.auth.signInWithPassword({ email: other, password: app.demoPassword });
    expect((await stranger.from('manager_alerts').select('id').eq('id', alert?.id)).data).toEqual([]);
    expect(
      (await stranger.from('openai_realtime_sessions').select('id').eq('id', alert?.sessionId)).data,
    ).toEqual([]);
    const acted = await stranger.rpc('act_on_alert', {
      p_alert_id: alert?.id,
      p_action: 'resolve',
      p_assignee: null,
      p_notes: null,
    });
    expect(acted.error?.message).toBe('not_found');
    const listed = await stranger.rpc('list_alerts', {
      p_gym_id: gymId,
      p_tab: 'todo',
      p_type: null,
      p_search: null,
      p_cursor: null,
      p_limit: 100,
    });
    expect(listed.error?.message ?? (listed.data as { rows: unknown[] }).rows).not.toContainEqual(
      expect.objectContaining({ id: alert?.id }),
    );
  });
}
