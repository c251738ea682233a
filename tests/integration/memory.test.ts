import { beforeAll, describe, expect, it } from 'vitest';
import { embed } from '../../supabase/functions/_shared/analysis/embed.ts';
import { sql } from '../support/clients.ts';
import { appEnvironment } from '../support/visitor.ts';
import { talking } from '../support/voice-scene.ts';

beforeAll(() => appEnvironment());

type Talk = Awaited<ReturnType<typeof talking>>;

/** An earlier talk of the member's, as its analysis would have left it. */
async function remember(
  { gym, kiosk, member }: Talk,
  days: number,
  words: string,
  topic: string,
): Promise<void> {
  await sql()`
    with talk as (
      insert into public.openai_realtime_sessions (gym_id, kiosk_id, member_id, state, language, started_at, ended_at, end_reason,
        last_seq, events_version, expires_at, consent)
      values (${gym.id}, ${kiosk.id}, ${member.id}, 'closed', 'fr', now() - make_interval(days => ${days}),
        now() - make_interval(days => ${days}), 'goodbye', 0, 0, now(), '{"talk": true, "analyse": true, "remember": true}')
      returning id, gym_id, kiosk_id, member_id
    )
    insert into public.conversation_summaries (session_id, gym_id, kiosk_id, member_id, status, provider, model, language, summary_text,
      key_topics, sentiment_score, sentiment_label, processed_at, created_at, embedding_model, embedding)
    select id, gym_id, kiosk_id, member_id, 'done', 'builtin', 'builtin-1', 'fr', 'résumé', ${[topic]}, 0, 'neutral', now(),
      now() - make_interval(days => ${days}), 'builtin-1', ${JSON.stringify(embed(words))}::extensions.vector
    from talk`;
}

async function withMemories(): Promise<Talk> {
  const talk = await talking();
  await remember(talk, 2, 'il y a trop de monde le soir', 'crowd');
  await remember(talk, 9, 'les douches du bas sont froides', 'showers');
  await remember(talk, 20, 'le rameur est cassé', 'equipment');
  return talk;
}

const topics = (body: Record<string, unknown>) =>
  (body as { result: { conversations: { topics: string[] }[] } }).result.conversations.map(
    (one) => one.topics[0],
  );

describe('what a member asks about', () => {
  it('puts the talks in order, and nothing of their health is kept', async () => {
    const talk = await withMemories();
    const recall = (id: string, args: object) =>
      talk.browser.post('/api/jarvis/tools/recall_past_conversations', { tool_call_id: id, arguments: args });
    expect(topics((await recall('1', {})).body)).toEqual(['crowd', 'showers', 'equipment']);
    const asked = await recall('2', { about: 'la douche froide, j’ai mal au dos' });
    expect(topics(asked.body)).toEqual(['showers', 'crowd', 'equipment']);
    expect(topics((await recall('3', { about: 'un rameur' })).body)[0]).toBe('equipment');
    expect((await recall('4', { about: 7 })).body).toEqual({ ok: false, code: 'invalid_arguments' });
    const [kept] = await sql()<{ arguments: { about: string } }[]>`
      select arguments from private.tool_calls where session_id = ${talk.id} and tool_call_id = '2'`;
    expect(kept?.arguments.about).toMatch(/^la douche froide/);
    expect(JSON.stringify(kept)).not.toMatch(/dos|sant/);
  });

  it('is passed on by the scripted brain', async () => {
    const talk = await withMemories();
    const { body } = await talk.browser.post('/api/kiosk/conversation/messages', {
      seq: 1,
      text: 'tu te souviens de ce que j’ai dit des douches ?',
      language: 'fr',
    });
    expect(body.text).toMatch(/^Le .+, nous avons parlé des douches\. Le .+ de l’affluence\.$/);
  });
});
