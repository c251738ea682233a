import { isEmail } from '@supabase/lite';
import { json } from '../api/answers.ts';
import { bearerOf, isSame } from '../api/api-key.ts';
import type { Database } from '../types.ts';
import { addMessage, type NewMessage } from './store.ts';

const MAX_RECIPIENTS = 50;

/** An error in Resend's shape. */
class MailRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The address in `Name <address>` or alone. Throws `MailRefusal`. */
function addressOf(field: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const address = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
  if (!isEmail(address))
    throw new MailRefusal(
      422,
      'validation_error',
      `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
    );
  return address;
}

function textOf(body: Record<string, unknown>, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value.includes('\0'))
    throw new MailRefusal(422, 'validation_error', `The \`${field}\` field must be a string.`);
  return value;
}

function readMessageInput(body: unknown): NewMessage {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new MailRefusal(400, 'validation_error', 'The request body must be a JSON object.');
  const fields = body as Record<string, unknown>;
  const from = textOf(fields, 'from') ?? '';
  addressOf('from', from);
  const to = Array.isArray(fields.to) ? fields.to : [fields.to];
  if (to.length === 0 || to.length > MAX_RECIPIENTS)
    throw new MailRefusal(
      422,
      'validation_error',
      `The \`to\` field takes 1 to ${MAX_RECIPIENTS} addresses.`,
    );
  const subject = textOf(fields, 'subject');
  if (!subject) throw new MailRefusal(422, 'missing_required_field', 'Missing `subject` field.');
  const [text, html] = [textOf(fields, 'text'), textOf(fields, 'html')];
  if (!text && !html) throw new MailRefusal(422, 'missing_required_field', 'Missing `html` or `text` field.');
  return { from, to: to.map((one) => addressOf('to', one)), subject, text, html };
}

async function send(request: Request, o: { key: string; database: Database }): Promise<Response> {
  const bearer = bearerOf(request);
  if (!bearer) throw new MailRefusal(401, 'missing_api_key', 'Missing API Key');
  if (!isSame(bearer, o.key)) throw new MailRefusal(403, 'invalid_api_key', 'API key is invalid');
  const key = request.headers.get('idempotency-key');
  if (key !== null && (key.length < 1 || key.length > 256))
    throw new MailRefusal(400, 'invalid_idempotency_key', 'The idempotency key must be 1 to 256 characters.');
  const message = readMessageInput(await request.json().catch(() => undefined));
  const id = await addMessage(o.database, message, key);
  if (!id)
    throw new MailRefusal(
      409,
      'invalid_idempotent_request',
      'Same idempotency key used with a different request payload.',
    );
  return json({ id });
}

/** Resend's `POST /emails`: keeps the message instead of sending it. */
export async function answerEmails(
  request: Request,
  o: { key: string; database: Database },
): Promise<Response> {
  try {
    return await send(request, o);
  } catch (error) {
    if (!(error instanceof MailRefusal)) throw error;
    return json({ statusCode: error.status, name: error.code, message: error.message }, error.status);
  }
}
