import { createHash } from 'node:crypto';
import type { Session } from '../types.ts';
import { readUser } from './admin-users.ts';
import { AuthRefusal, json, readObject } from './answers.ts';
import { type Asker, askerOf } from './asker.ts';
import type { SessionPlace } from './sessions.ts';

/** A sign-in this fresh may change its password without a mailed code. */
const FRESH_SECONDS = 24 * 60 * 60;

/** Uses up the code that `auth.reauthenticate()` mailed. */
async function takeNonce(session: Session, asker: Asker, nonce: string): Promise<boolean> {
  const hash = createHash('sha256').update(`${asker.email}${nonce}`).digest('hex');
  const taken = await session.query(
    `update auth.users set reauthentication_token = null, reauthentication_sent_at = null
     where id = $1 and reauthentication_token = $2::text
       and reauthentication_sent_at > now() - interval '1 hour' returning id`,
    [asker.userId, hash],
  );
  return taken.length > 0;
}

/** What hosted asks of a change to the password or address: aal2 where there is a factor, and a fresh sign-in or a code. */
async function refuseChange(
  at: SessionPlace,
  asker: Asker,
  change: { password?: unknown; email?: unknown; nonce?: unknown },
): Promise<void> {
  const isPassword = typeof change.password === 'string' && change.password !== '';
  const isEmail = typeof change.email === 'string' && change.email !== '' && change.email !== asker.email;
  if ((isPassword || isEmail) && asker.hasFactor && asker.aal !== 'aal2')
    throw new AuthRefusal(
      401,
      'insufficient_aal',
      'AAL2 session is required to update email or password when MFA is enabled.',
    );
  if (!isPassword || asker.age < FRESH_SECONDS) return;
  const { nonce } = change;
  if (typeof nonce !== 'string' || !nonce)
    throw new AuthRefusal(400, 'reauthentication_needed', 'Password update requires reauthentication');
  if (!(await at.database.lock((session) => takeNonce(session, asker, nonce))))
    throw new AuthRefusal(
      422,
      'reauthentication_not_valid',
      'Nonce has expired or is invalid. Please request a new one.',
    );
}

/** Answers `/auth/v1/user` for the person whose token asks; `change` is lite's part of an update. Throws `AuthRefusal`. */
export async function answerOwnUser(
  request: Request,
  at: SessionPlace,
  change: (request: Request) => Promise<Response>,
): Promise<Response> {
  const asker = await askerOf(request, at);
  if (request.method === 'PUT') {
    await refuseChange(at, asker, await readObject(request.clone()));
    const answer = await change(request);
    if (!answer.ok) return answer;
  }
  return json(await at.database.lock((session) => readUser(session, asker.userId)));
}
