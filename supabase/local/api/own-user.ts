import { readUser } from './admin-users.ts';
import { AuthRefusal, json, readObject } from './answers.ts';
import { type Asker, askerOf } from './asker.ts';
import { findByPassword } from './password.ts';
import type { SessionPlace } from './sessions.ts';

/** What hosted asks of a change to the password or address: aal2 where there is a factor, and the current password. */
async function refuseChange(
  at: SessionPlace,
  asker: Asker,
  change: { password?: unknown; email?: unknown; current_password?: unknown },
): Promise<void> {
  const isPassword = typeof change.password === 'string' && change.password !== '';
  const isEmail = typeof change.email === 'string' && change.email !== '' && change.email !== asker.email;
  if ((isPassword || isEmail) && asker.hasFactor && asker.aal !== 'aal2')
    throw new AuthRefusal(
      401,
      'insufficient_aal',
      'AAL2 session is required to update email or password when MFA is enabled.',
    );
  if (!isPassword || asker.cameByLink) return;
  const current = change.current_password;
  if (typeof current !== 'string' || !current)
    throw new AuthRefusal(
      400,
      'current_password_required',
      'Current password required when setting new password.',
    );
  const found = await findByPassword(at.database, asker.email, current);
  if (found?.id !== asker.userId)
    throw new AuthRefusal(
      400,
      'current_password_mismatch',
      'Current password required when setting new password.',
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
