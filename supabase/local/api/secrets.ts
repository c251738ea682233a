import type { Keys } from '../keys.ts';
import { json, refusal } from './answers.ts';
import { apiKeyOf, isAdmin } from './api-key.ts';

/** Which variables may be set while the backend runs: where calls are hung up, and by which key. */
const settable = new Set(['OPENAI_API_KEY', 'OPENAI_BASE_URL']);

/** The path of this backend's only project, as `supabase secrets set` would ask for it. */
export const secretsPath = '/v1/projects/local/secrets';

/**
 * Answers `POST [{ name, value }]`, as the Management API does: Edge Functions see the new variables from their next
 * request on. Only for the secret key: 401 for no key or a wrong one, 403 for the publishable one; 400 for other names.
 */
export async function answerSecrets(
  request: Request,
  keys: Keys,
  set: (env: Record<string, string>) => void,
): Promise<Response> {
  const key = apiKeyOf(request, keys);
  if (key instanceof Response) return key;
  if (!isAdmin(request, keys)) return refusal(403, 'The secret key alone may set secrets');
  if (request.method !== 'POST') return refusal(405, 'Secrets are only set here');
  const given: unknown = await request.json().catch(() => undefined);
  if (!Array.isArray(given) || !given.every(isSecret))
    return refusal(400, `Send [{ name, value }] with a name of ${[...settable].join(', ')}`);
  set(Object.fromEntries(given.map(({ name, value }) => [name, value])));
  return json({ message: 'Secrets are set' }, 201);
}

function isSecret(given: unknown): given is { name: string; value: string } {
  if (typeof given !== 'object' || given === null) return false;
  const { name, value } = given as Record<string, unknown>;
  return typeof name === 'string' && settable.has(name) && typeof value === 'string' && value.length <= 1_000;
}
