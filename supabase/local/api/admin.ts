import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '../keys.ts';
import type { Database } from '../types.ts';
import { AdminError, type UserAttributes } from './admin-input.ts';
import { createUser, deleteUser, getUser, listUsers, updateUser } from './admin-users.ts';
import { authError, json, refusal } from './answers.ts';

const base = '/auth/v1/admin/users';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Compares in constant time. */
function isSame(given: string, known: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(known);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Refuses whoever is not the secret key itself; a user's token beside the key makes the caller that user. */
function refuseStranger(request: Request, keys: Keys): Response | undefined {
  const apikey = request.headers.get('apikey') ?? '';
  if (!apikey) return refusal(401, 'No API key found in request', 'No `apikey` request header was found.');
  const isSecret = isSame(apikey, keys.secret_key);
  if (!isSecret && !isSame(apikey, keys.publishable_key)) return refusal(401, 'Invalid API key');
  if (isSecret && /^\s*Mozilla\s*\/\s*5/i.test(request.headers.get('user-agent') ?? ''))
    return refusal(401, 'Forbidden use of secret API key in browser');
  const bearer = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '');
  if (isSecret && (!bearer || isSame(bearer, keys.secret_key))) return undefined;
  return authError(403, 'not_admin', 'User not allowed');
}

async function readAttributes(request: Request): Promise<UserAttributes> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AdminError(400, 'bad_json', 'Could not parse request body as JSON');
  const attributes = body as Record<string, unknown>;
  for (const name of ['id', 'email', 'password', 'role', 'ban_duration'])
    if (attributes[name] !== undefined && attributes[name] !== null && typeof attributes[name] !== 'string')
      throw new AdminError(400, 'validation_failed', `${name} must be a string`);
  for (const name of ['user_metadata', 'app_metadata']) {
    const value = attributes[name];
    if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
      throw new AdminError(400, 'validation_failed', `${name} must be an object`);
  }
  if (typeof attributes.id === 'string' && !uuid.test(attributes.id))
    throw new AdminError(400, 'validation_failed', 'ID must conform to the uuid v4 format');
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
}

async function answerList(url: URL, database: Database): Promise<Response> {
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
  const size = Math.min(1000, Math.max(1, Number(url.searchParams.get('per_page')) || 50));
  const { users, total } = await listUsers(database, page, size);
  const last = Math.max(1, Math.ceil(total / size));
  const link = (to: number, rel: string) => `<${base}?page=${to}&per_page=${size}>; rel="${rel}"`;
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [link(last, 'last')];
  return json({ users, aud: 'authenticated' }, 200, {
    'x-total-count': String(total),
    link: links.join(', '),
  });
}

async function answerOne(request: Request, database: Database, id: string): Promise<Response> {
  if (!uuid.test(id)) throw new AdminError(404, 'validation_failed', 'user_id must be an UUID');
  if (request.method === 'GET') return json(await getUser(database, id));
  if (request.method === 'PUT') return json(await updateUser(database, id, await readAttributes(request)));
  if (request.method !== 'DELETE') return authError(405, 'bad_request', 'Method not allowed');
  const body = (await request.json().catch(() => ({}))) as { should_soft_delete?: boolean };
  if (body.should_soft_delete)
    throw new AdminError(400, 'feature_disabled', 'The embedded backend deletes users for good only.');
  return json(await deleteUser(database, id));
}

/** Answers `/auth/v1/admin/users…` as hosted does, for the secret key alone. */
export async function answerAdmin(request: Request, keys: Keys, database: Database): Promise<Response> {
  const refused = refuseStranger(request, keys);
  if (refused) return refused;
  const url = new URL(request.url);
  try {
    if (url.pathname.startsWith(`${base}/`))
      return await answerOne(request, database, url.pathname.slice(base.length + 1));
    if (url.pathname !== base) return authError(404, 'not_found', 'Not part of the embedded backend');
    if (request.method === 'GET') return await answerList(url, database);
    if (request.method === 'POST') return json(await createUser(database, await readAttributes(request)));
    return authError(405, 'bad_request', 'Method not allowed');
  } catch (error) {
    if (error instanceof AdminError) return authError(error.status, error.code, error.message);
    throw error;
  }
}
