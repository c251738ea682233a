import { randomUUID } from 'node:crypto';
import { embed } from '../../supabase/functions/_shared/analysis/embed.ts';
import type { RunningApp } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';

/** A conversation at Lyon Vaise's kiosk whose summary is what was said; its id. */
async function plantTalk(app: RunningApp, words: string): Promise<string> {
  const id = randomUUID();
  await ask(
    app,
    (sql) => sql`
      with talk as (
        insert into public.openai_realtime_sessions (id, gym_id, kiosk_id, state, language, started_at, ended_at, end_reason,
          last_seq, events_version, expires_at, consent)
        select ${id}, k.gym_id, k.id, 'closed', 'fr', now() - interval '1 hour', now() - interval '59 minutes', 'goodbye', 0, 0,
          now(), '{"talk": true, "analyse": true, "remember": false}'
        from public.kiosks k join public.gyms g on g.id = k.gym_id where g.name = 'Lyon Vaise' limit 1
        returning id, gym_id, kiosk_id
      )
      insert into public.conversation_summaries (session_id, gym_id, kiosk_id, status, provider, model, language, summary_text,
        key_topics, sentiment_score, sentiment_label, processed_at, embedding_model, embedding)
      select id, gym_id, kiosk_id, 'done', 'builtin', 'builtin-1', 'fr', ${words}, '{equipment}', 0, 'neutral', now(), 'builtin-1',
        ${JSON.stringify(embed(words))}::extensions.vector
      from talk`,
  );
  return id;
}

test('a manager’s search also finds what comes near without holding its words, the team’s does not', async ({
  app,
  page,
  login,
  openContext,
  expectAccessible,
}) => {
  const word = `zibrolette${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const planted = await plantTalk(app, `Les ${word}s cassées grincent`);
  await login('marc@atelier-forme.example');
  await page.goto('/dashboard/sessions');
  const field = page.getByRole('main').getByRole('searchbox');

  await field.fill(`${word} cassée`);
  const near = page.getByRole('region', { name: new RegExp(`Proches de .*${word} cassée`) });
  await expect(near.getByRole('row').nth(1)).toContainText(`Les ${word}s cassées grincent`);
  await expect(page.getByText('Aucune conversation ne contient ces mots')).toBeVisible();
  await expectAccessible();

  await near.getByRole('link').first().click();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('complementary', { name: 'Visiteur' })).toContainText(
    `Les ${word}s cassées grincent`,
  );

  // What holds the words is in the list, and not beneath it once more.
  await field.fill(`${word}s cassées`);
  await expect(page.getByRole('table').first().getByRole('row').nth(1)).toContainText(word);
  const rest = page.getByRole('region', { name: new RegExp(`Proches de .*${word}s cassées`) });
  await expect(rest).toContainText(/conversation/);
  await expect(rest).not.toContainText('grincent');

  await field.fill('qzxjvkw');
  await expect(page.getByText('Aucune conversation ne correspond')).toBeVisible();
  await expect(page.getByRole('region', { name: /Proches de/ })).toHaveCount(0);

  const desk = await (await openContext({ locale: 'fr-FR' })).newPage();
  await login('ines@atelier-forme.example', desk);
  await desk.goto(`/dashboard/sessions?search=${encodeURIComponent('douche froide')}`);
  await expect(desk.getByRole('heading', { name: 'Conversations' })).toBeAttached();
  await expect(desk.getByText('Aucune conversation ne correspond')).toBeVisible();
  await expect(desk.getByRole('region', { name: /Proches de/ })).toHaveCount(0);

  await ask(app, (sql) => sql`delete from public.openai_realtime_sessions where id = ${planted}`);
});
