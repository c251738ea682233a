import { createServerClient } from '@supabase/ssr';
import type { EmailOtpType } from '@supabase/supabase-js';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/scratch-database.ts';
import { adminOf, clientOf } from '../backend-support.ts';
import { type AuthBackend, createPerson, password, signInAs, startAuthBackend } from './auth-support.ts';

const siteUrl = 'http://localhost:4321';

describe.each(engines)('links on %s', (engine) => {
  let running: AuthBackend;
  beforeAll(async () => {
    running = await startAuthBackend(engine, { siteUrl });
  });
  afterAll(() => running?.stop());

  let count = 0;
  const newEmail = () => `link-${count++}-${Date.now()}@example.test`;
  const admin = () => adminOf(running.backend).auth.admin;
  const anyone = () => clientOf(running.backend);

  interface Mail {
    to: string[];
    subject: string;
    text: string;
    html: string;
  }
  const mailsTo = async (email: string) => {
    const query = new URLSearchParams({ to: email });
    return (await (await fetch(`${running.backend.address.mailbox_url}/messages?${query}`)).json()) as Mail[];
  };
  /** What the last mail to an address carries. */
  const linkIn = async (email: string) => {
    const [mail] = await mailsTo(email);
    const url = new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'about:blank');
    const type = url.searchParams.get('type') as EmailOtpType;
    const code = /code: (\d{10})/.exec(mail?.text ?? '')?.[1] ?? '';
    return { url, type, code, token_hash: url.searchParams.get('token_hash') ?? '' };
  };

  test('an invitation: mailed, redeemed once by cookies, password set, signed in', async () => {
    const email = newEmail();
    const invited = await admin().inviteUserByEmail(email.toUpperCase(), { data: { full_name: 'Ada' } });
    expect(invited.data.user).toMatchObject({ email, user_metadata: { full_name: 'Ada' } });
    expect(invited.data.user?.email_confirmed_at).toBeUndefined();
    const { url, type, token_hash } = await linkIn(email);
    expect(url.origin + url.pathname).toBe(`${siteUrl}/auth/confirm`);
    expect(type).toBe('invite');

    const jar = new Map<string, string>();
    const { address } = running.backend;
    const browser = createServerClient(address.url, address.publishable_key, {
      global: { headers: { 'user-agent': 'Mozilla/5.0 (X11) Invited/1.0' } },
      cookies: {
        getAll: () => [...jar].map(([name, value]) => ({ name, value })),
        setAll: (all) => all.forEach(({ name, value }) => jar.set(name, value)),
      },
    });
    const redeemed = await browser.auth.verifyOtp({ token_hash, type });
    expect(redeemed.error).toBeNull();
    expect(redeemed.data.user?.email_confirmed_at).toBeTruthy();
    expect(decodeJwt(redeemed.data.session?.access_token ?? '')).toMatchObject({
      aal: 'aal1',
      amr: [{ method: 'otp' }],
    });
    expect(jar.size).toBeGreaterThan(0);
    expect((await browser.auth.updateUser({ password: 'short' })).error?.code).toBe('weak_password');
    expect((await browser.auth.updateUser({ password })).error).toBeNull();
    expect((await anyone().auth.verifyOtp({ token_hash, type })).error?.code).toBe('otp_expired');
    await signInAs(running.backend, { id: '', email });
    expect((await admin().inviteUserByEmail(email)).error?.code).toBe('email_exists');
  });

  test('a second invitation replaces the first', async () => {
    const email = newEmail();
    await admin().inviteUserByEmail(email);
    const first = await linkIn(email);
    expect((await admin().inviteUserByEmail(email)).error).toBeNull();
    const { token_hash, type } = await linkIn(email);
    const refused = await anyone().auth.verifyOtp({ token_hash: first.token_hash, type });
    expect(refused.error?.code).toBe('otp_expired');
    expect((await anyone().auth.verifyOtp({ token_hash, type })).error).toBeNull();
  });

  test.each(['invite', 'recovery', 'magiclink'] as const)('generateLink %s mails nothing', async (type) => {
    const email = type === 'invite' ? newEmail() : (await createPerson(running.backend)).email;
    const { data, error } = await admin().generateLink({
      type,
      email,
      options: { redirectTo: 'https://evil.example/' },
    });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email });
    expect(data.properties).toMatchObject({
      verification_type: type,
      redirect_to: siteUrl,
      email_otp: expect.stringMatching(/^\d{10}$/),
    });
    expect(await mailsTo(email)).toEqual([]);
    const token_hash = data.properties?.hashed_token ?? '';
    const redeemed = await anyone().auth.verifyOtp({ token_hash, type });
    expect(redeemed.data.user?.email).toBe(email);
    expect((await anyone().auth.verifyOtp({ token_hash, type })).error?.code).toBe('otp_expired');
  });

  test('a code is typed instead of the link; a wrong one and another address’s are refused', async () => {
    const [one, two] = [await createPerson(running.backend), await createPerson(running.backend)];
    const { data } = await admin().generateLink({ type: 'recovery', email: one.email });
    const token = data.properties?.email_otp ?? '';
    const wrong = token.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
    for (const guess of [
      { email: one.email, token: wrong },
      { email: two.email, token },
    ])
      expect((await anyone().auth.verifyOtp({ ...guess, type: 'recovery' })).error?.code).toBe('otp_expired');
    expect((await anyone().auth.verifyOtp({ email: one.email, token, type: 'recovery' })).error).toBeNull();
  });

  test('a link is dead after an hour', async () => {
    const { id, email } = await createPerson(running.backend);
    const { data } = await admin().generateLink({ type: 'recovery', email });
    await running.backend.database.lock((session) =>
      session.query(
        `update auth.users set recovery_sent_at = now() - interval '61 minutes' where id = $1::text::uuid`,
        [id],
      ),
    );
    const token_hash = data.properties?.hashed_token ?? '';
    expect((await anyone().auth.verifyOtp({ token_hash, type: 'recovery' })).error?.code).toBe('otp_expired');
  });

  test('generateLink refuses what hosted refuses', async () => {
    const { email } = await createPerson(running.backend);
    const invite = await admin().generateLink({ type: 'invite', email });
    expect(invite.error?.code).toBe('email_exists');
    const nobody = await admin().generateLink({ type: 'recovery', email: newEmail() });
    expect(nobody.error?.code).toBe('user_not_found');
    const malformed = await admin().generateLink({ type: 'invite', email: 'nobody' });
    expect(malformed.error?.code).toBe('validation_failed');
    const stranger = await anyone().auth.admin.generateLink({ type: 'recovery', email });
    expect(stranger.error?.status).toBe(403);
    expect((await anyone().auth.admin.inviteUserByEmail(newEmail())).error?.status).toBe(403);
  });

  test('resetPasswordForEmail answers alike for known and unknown, and mails the known', async () => {
    const { email } = await createPerson(running.backend);
    const unknown = newEmail();
    expect((await anyone().auth.resetPasswordForEmail(email)).error).toBeNull();
    expect((await anyone().auth.resetPasswordForEmail(unknown)).error).toBeNull();
    expect(await mailsTo(unknown)).toEqual([]);
    const { type, token_hash } = await linkIn(email);
    expect(type).toBe('recovery');
    const { data } = await anyone().auth.verifyOtp({ token_hash, type });
    expect(data.user?.email).toBe(email);
  });

  test('signInWithOtp mails a link to who exists and signs nobody up', async () => {
    const { email } = await createPerson(running.backend);
    expect((await anyone().auth.signInWithOtp({ email })).error).toBeNull();
    const { code } = await linkIn(email);
    expect((await anyone().auth.verifyOtp({ email, token: code, type: 'email' })).error).toBeNull();
    const unknown = newEmail();
    expect((await anyone().auth.signInWithOtp({ email: unknown })).error?.code).toBe('signup_disabled');
    const asked = { email: unknown, options: { shouldCreateUser: false } };
    expect((await anyone().auth.signInWithOtp(asked)).error?.code).toBe('otp_disabled');
    const signUp = await anyone().auth.signUp({ email: unknown, password });
    expect(signUp.error).toMatchObject({ status: 422, code: 'signup_disabled' });
    const anonymous = await anyone().auth.signInAnonymously();
    expect(anonymous.error?.code).toBe('anonymous_provider_disabled');
    expect((await admin().listUsers({ perPage: 1000 })).data.users.map((user) => user.email)).not.toContain(
      unknown,
    );
  });

  test('resend mails a confirmation only to who has not confirmed', async () => {
    const email = newEmail();
    await admin().createUser({ email, password });
    expect((await anyone().auth.signInWithPassword({ email, password })).error?.code).toBe(
      'email_not_confirmed',
    );
    expect((await anyone().auth.resend({ type: 'signup', email })).error).toBeNull();
    const { type, token_hash } = await linkIn(email);
    expect((await anyone().auth.verifyOtp({ type, token_hash })).error).toBeNull();
    await anyone().auth.resend({ type: 'signup', email });
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test('a banned person’s link opens nothing', async () => {
    const { id, email } = await createPerson(running.backend);
    const { data } = await admin().generateLink({ type: 'recovery', email });
    await admin().updateUserById(id, { ban_duration: '24h' });
    const token_hash = data.properties?.hashed_token ?? '';
    const { error } = await anyone().auth.verifyOtp({ token_hash, type: 'recovery' });
    expect(error?.code).toBe('user_banned');
  });
});
