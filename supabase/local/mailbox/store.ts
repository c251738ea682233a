import { createHash } from 'node:crypto';
import { inTransaction } from '../database/transaction.ts';
import type { Database } from '../types.ts';

const KEPT_MESSAGES = 500;

export interface NewMessage {
  from: string;
  to: string[];
  subject: string;
  text?: string | undefined;
  html?: string | undefined;
}

export interface Message {
  [column: string]: unknown;
  id: string;
  from: string;
  to: string[];
  subject: string;
  text: string | null;
  html: string | null;
  created_at: string;
}

const shown = `id, sender as "from", to_jsonb(recipients) as "to", subject, body_text as text, body_html as html,
  to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at`;

/**
 * Keeps a message; returns its id. The same idempotency key returns the first message's id, and undefined when the
 * message differs from the first.
 */
export function addMessage(
  database: Database,
  message: NewMessage,
  idempotencyKey: string | null = null,
): Promise<string | undefined> {
  const payload = createHash('sha256').update(JSON.stringify(message)).digest('hex');
  return inTransaction(database, async (session) => {
    const [made] = await session.query<{ id: string }>(
      `insert into mailbox.messages (sender, recipients, subject, body_text, body_html, idempotency_key, payload_hash)
       values ($1::text, array(select lower(jsonb_array_elements_text($2::text::jsonb))), $3::text, $4::text, $5::text,
         $6::text, $7::text)
       on conflict (idempotency_key) do nothing returning id`,
      [
        message.from,
        JSON.stringify(message.to),
        message.subject,
        message.text ?? null,
        message.html ?? null,
        idempotencyKey,
        payload,
      ],
    );
    if (made) {
      await session.query(
        `delete from mailbox.messages where place <= (
           select place from mailbox.messages order by place desc offset $1::int limit 1)`,
        [KEPT_MESSAGES],
      );
      return made.id;
    }
    const [first] = await session.query<{ id: string }>(
      'select id from mailbox.messages where idempotency_key = $1::text and payload_hash = $2::text',
      [idempotencyKey, payload],
    );
    return first?.id;
  });
}

/** Messages, newest first; only those to one address when it is given. */
export function listMessages(database: Database, to: string | null): Promise<Message[]> {
  return database.lock((session) =>
    session.query<Message>(
      `select ${shown} from mailbox.messages
       where $1::text is null or recipients @> array[lower($1::text)] order by place desc`,
      [to],
    ),
  );
}

export function readMessage(database: Database, id: string): Promise<Message | undefined> {
  return database.lock(async (session) => {
    const [message] = await session.query<Message>(
      `select ${shown} from mailbox.messages where id::text = $1`,
      [id],
    );
    return message;
  });
}
