import type { Keys } from '../keys.ts';
import type { Database } from '../types.ts';
import type { UserAttributes } from './admin-input.ts';
import { answerGenerateLink, answerInvite } from './admin-links.ts';
import { createUser, deleteUser, getUser, listUsers, updateUser } from './admin-users.ts';
import { AuthRefusal, answerOrRefuse, authError, json, readObject } from './answers.ts';
import { apiKeyOf, isAdmin } from './api-key.ts';
import { deleteFactor, listFactors } from './factors.ts';
import type { LinkPlace } from './link-mails.ts';

const base = '/auth/v1/admin/users';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses whoever is not the secret key itself; a user's token beside the key makes the caller that user. */
function refuseStranger(request: Request, keys: Keys): Response | undefined {
  const key = apiKeyOf(request, keys);
  if (key instanceof Response) return key;
  return isAdmin(request, keys) ? undefined : authError(403, 'not_admin', 'User not allowed');
}

async function readAttributes(request: Request): Promise<UserAttributes> {
  const attributes = await readObject(request);
  for (const name of ['id', 'email', 'password', 'role', 'ban_duration'])
    if (attributes[name] !== undefined && attributes[name] !== null && typeof attributes[name] !== 'string')
      throw new AuthRefusal(400, 'validation_failed', `${name} must be a string`);
  for (const name of ['user_metadata', 'app_metadata']) {
    const value = attributes[name];
    if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
      throw new AuthRefusal(400, 'validation_failed', `${name} must be an object`);
  }
  if (typeof attributes.id === 'string' && !uuid.test(attributes.id))
    throw new AuthRefusal(400, 'validation_failed', 'ID must conform to the uuid v4 format');
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
  if (!uuid.test(id)) throw new AuthRefusal(404, 'validation_failed', 'user_id must be an UUID');
  if (request.method === 'GET') return json(await getUser(database, id));
  if (request.method === 'PUT') return json(await updateUser(database, id, await readAttributes(request)));
  if (request.method !== 'DELETE') return authError(405, 'bad_request', 'Method not allowed');
  const body = (await request.json().catch(() => ({}))) as { should_soft_delete?: boolean };
  if (body.should_soft_delete)
    throw new AuthRefusal(400, 'feature_disabled', 'The embedded backend deletes users for good only.');
  return json(await deleteUser(database, id));
}

async function answerUserFactors(request: Request, database: Database, parts: string[]): Promise<Response> {
  const [userId = '', , factorId] = parts;
  for (const id of factorId === undefined ? [userId] : [userId, factorId])
    if (!uuid.test(id))
      throw new AuthRefusal(404, 'validation_failed', 'user_id and factor_id must be UUIDs');
  if (factorId !== undefined && request.method === 'DELETE')
    return json(await deleteFactor(database, userId, factorId));
  if (factorId !== undefined || request.method !== 'GET')
    return authError(405, 'bad_request', 'Method not allowed');
  await getUser(database, userId);
  return json(await listFactors(database, userId));
}

async function answerUsers(request: Request, url: URL, database: Database): Promise<Response> {
  if (url.pathname.startsWith(`${base}/`)) {
    const parts = url.pathname.slice(base.length + 1).split('/');
    if (parts[1] === 'factors' && parts.length <= 3) return answerUserFactors(request, database, parts);
    return answerOne(request, database, parts.join('/'));
  }
  if (request.method === 'GET') return answerList(url, database);
  if (request.method === 'POST') return json(await createUser(database, await readAttributes(request)));
  return authError(405, 'bad_request', 'Method not allowed');
}

/** Answers what `supabase.auth.admin` asks, as hosted does, for the secret key alone. */
export async function answerAdmin(
  request: Request,
  o: LinkPlace & { keys: Keys; issuer(): string },
): Promise<Response> {
  const refused = refuseStranger(request, o.keys);
  if (refused) return refused;
  const url = new URL(request.url);
  const call = `${request.method} ${url.pathname}`;
  return answerOrRefuse(async () => {
    if (call === 'POST /auth/v1/invite') return answerInvite(request, o);
    if (call === 'POST /auth/v1/admin/generate_link') return answerGenerateLink(request, url, o);
    if (url.pathname === base || url.pathname.startsWith(`${base}/`))
      return answerUsers(request, url, o.database);
    return authError(404, 'not_found', 'Not part of the embedded backend');
  });
}
