import { EMBEDDING_MODEL, embed } from '../../functions/_shared/analysis/embed.ts';
import type { Session } from '../types.ts';

/** As many as show what a search finds; a graph of all of them would hold up the first start. */
const NEWEST = 500;

/** Gives the newest conversations of the demo the embedding that the built-in analysis would have made of their words. */
export async function embedTalks(session: Session): Promise<void> {
  const rows = await session.query<{ said: string; ids: string[] }>(
    `select said, array_agg(session_id::text) as ids
     from (
       select q.session_id, string_agg(e.text, e'\\n' order by e.seq) as said
       from (
         select session_id from public.conversation_summaries where status = 'done'
         order by created_at desc, session_id limit $1
       ) q
       join public.conversation_events e on e.session_id = q.session_id and e.source = 'member' and e.kind = 'said'
       group by q.session_id
     ) talks
     group by said`,
    [NEWEST],
  );
  for (const { said, ids } of rows) {
    const embedding = embed(said);
    if (!embedding) continue;
    await session.query(
      `update public.conversation_summaries set embedding = $1::extensions.vector, embedding_model = $2
       where session_id = any ($3::uuid[])`,
      [JSON.stringify(embedding), EMBEDDING_MODEL, ids],
    );
  }
}
