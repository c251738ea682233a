import { Refusal } from './with-secret.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in a field of the body, null when the field is not there; anything else but an id is refused with 400. */
export function readId(body: unknown, field: string): string | null {
  const value = (body as Record<string, unknown> | null)?.[field] ?? null;
  if (value === null) return null;
  if (typeof value === 'string' && UUID.test(value)) return value;
  throw new Refusal(400, 'invalid_input', `${field} is not an id.`);
}

/** Like `readId`, for a field that has to be there. */
export function requireId(body: unknown, field: string): string {
  const id = readId(body, field);
  if (id === null) throw new Refusal(400, 'invalid_input', `${field} is missing.`);
  return id;
}
