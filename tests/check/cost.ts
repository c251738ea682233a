import postgres from 'postgres';
import { startBackendProcess } from '../support/backend-process.ts';

/**
 * US dollars of a call, to the last digit that is kept, by the prices and the sums of the database.
 * @param o.responses `usage` of each `response.done`
 * @param o.transcriptions `usage` of each completed transcription
 */
export async function costOf(o: {
  model: string;
  responses: readonly unknown[];
  transcription: string;
  transcriptions: readonly unknown[];
}): Promise<string> {
  const backend = await startBackendProcess();
  const sql = postgres(backend.address.db, { max: 1 });
  try {
    const [row] = await sql<{ usd: string }[]>`
      select (
        (select coalesce(sum(private.usage_cost(${o.model}, private.price_ids(${o.model}, current_date), private.response_usage(u))), 0)
          from jsonb_array_elements(${JSON.stringify(o.responses)}::text::jsonb) u)
        + (select coalesce(sum(private.usage_cost(${o.transcription}, private.price_ids(${o.transcription}, current_date), private.transcription_usage(u))), 0)
          from jsonb_array_elements(${JSON.stringify(o.transcriptions)}::text::jsonb) u)
      )::numeric(20, 9)::text as usd`;
    return row?.usd ?? '0';
  } finally {
    await sql.end();
    await backend.stop();
  }
}
