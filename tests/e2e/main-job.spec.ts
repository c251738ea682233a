import { createClient } from '@supabase/supabase-js';
import { answerConsent, holdBadge, type KioskLanguage, pairKiosk, say } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { ask, freshMember } from './support/members.ts';

interface Job {
  language: KioskLanguage;
  browser: string;
  kiosk: string;
  manager: `${string}@${string}`;
  /** Another gym's manager; in French of the same franchise. */
  stranger: `${string}@${string}`;
  angry: string;
  agrees: string;
  leaves: string;
}

const jobs: Job[] = [
  {
    language: 'fr',
    browser: 'fr-FR',
    kiosk: 'lyon-part-dieu-accueil',
    manager: 'camille@atelier-forme.example',
    stranger: 'marc@atelier-forme.example',
    angry:
      'franchement les vestiaires sont dégueulasses depuis des semaines, c’est inadmissible, j’en ai marre',
    agrees: 'oui',
    leaves: 'au revoir',
  },
  {
    language: 'en',
    browser: 'en-GB',
    kiosk: 'harbour-gym-door',
    manager: 'jo@harbour-gym.example',
    stranger: 'camille@atelier-forme.example',
    angry: 'honestly the changing rooms have been disgusting for weeks, this is a joke, I am fed up',
    agrees: 'yes',
    leaves: 'goodbye',
  },
  {
    language: 'es',
    browser: 'es-ES',
    kiosk: 'madrid-chamberi-entrada',
    manager: 'lucia@norte-fitness.example',
    stranger: 'marta@norte-fitness.example',
    angry: 'los vestuarios dan asco desde hace semanas, es una vergüenza, estoy harto',
    agrees: 'sí',
    leaves: 'adiós',
  },
];

for (const job of jobs) {
  test(`an angry message becomes an alert of its own manager alone, in ${job.language} @core`, async ({
    app,
    login,
    openContext,
  }) => {
    test.setTimeout(120_000);
    const member = await freshMember(app, job.kiosk);
    const desk = await (await openContext({ locale: job.browser })).newPage();
    await login(job.manager, desk);
    await desk.goto('/dashboard/alerts?type=negative_feedback');
    await expect(desk.locator('html')).toHaveAttribute('lang', job.language);

    const door = await openContext({ locale: job.browser, viewport: { width: 1080, height: 1920 } });
    const kiosk = await door.newPage();
    await pairKiosk(app, kiosk, job.kiosk, job.language);
    await holdBadge(kiosk, member.badge_id);
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(member.first_name);
    await answerConsent(kiosk, job.language, [true, true, true]);
    await say(kiosk, job.angry);
    await say(kiosk, job.agrees);
    await say(kiosk, job.leaves);

    // The desk's page was open all the while: the alert appears by itself.
    const inbox = desk.getByRole('link').filter({ hasText: member.first_name });
    await expect(inbox.first()).toBeVisible();

    const [alert] = await ask(
      app,
      (sql) => sql<{ id: string; session_id: string; seconds: number }[]>`
        select a.id, s.id as session_id, extract(epoch from a.created_at - s.ended_at)::float8 as seconds
        from public.manager_alerts a
        join public.openai_realtime_sessions s on s.id = (a.context ->> 'session_id')::uuid
        where a.member_id = ${member.id} and a.alert_type = 'negative_feedback'`,
    );
    expect(alert?.seconds).toBeLessThan(5);
    const alertId = alert?.id ?? '';

    const elsewhere = await (await openContext({ locale: job.browser })).newPage();
    await login(job.stranger, elsewhere);
    await elsewhere.goto(`/dashboard/alerts?open=${alertId}`);
    await expect(elsewhere.getByText(job.angry)).toHaveCount(0);
    await elsewhere.goto(`/dashboard/sessions?open=${alert?.session_id}`);
    await expect(elsewhere.getByText(job.angry)).toHaveCount(0);

    const touched = await elsewhere.request.post(`/api/dashboard/alerts/${alertId}`, {
      data: { action: 'resolve', notes: 'not mine' },
      headers: { origin: app.url },
    });
    expect(touched.status()).toBe(404);
    expect(await touched.json()).toMatchObject({ code: 'not_found' });

    const rest = createClient(app.backend.url, app.backend.publishable_key, {
      auth: { persistSession: false },
    });
    const rows = async () => ({
      alerts: (await rest.from('manager_alerts').select('id').eq('id', alertId)).data?.length,
      events: (await rest.from('conversation_events').select('id').eq('session_id', alert?.session_id)).data
        ?.length,
      summaries: (await rest.from('conversation_summaries').select('id').eq('session_id', alert?.session_id))
        .data?.length,
      members: (await rest.from('gym_members_v2').select('id').eq('id', member.id)).data?.length,
    });
    await rest.auth.signInWithPassword({ email: job.stranger, password: app.demoPassword });
    expect(await rows()).toEqual({ alerts: 0, events: 0, summaries: 0, members: 0 });
    expect((await rest.rpc('list_alerts', { p_gym_id: member.gym_id })).error?.message).toBe('not_found');
    expect(
      (await rest.rpc('get_conversation', { p_conversation_id: alert?.session_id })).error?.message,
    ).toBe('not_found');

    // The same questions by its own manager: the rows were there to be seen.
    await rest.auth.signInWithPassword({ email: job.manager, password: app.demoPassword });
    const own = await rows();
    expect(own).toMatchObject({ alerts: 1, summaries: 1, members: 1 });
    expect(own.events).toBeGreaterThan(4);
  });
}
