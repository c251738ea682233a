import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/scratch-database.ts';
import { adminOf, clientOf } from '../backend-support.ts';
import {
  type AuthBackend,
  codeOfStep,
  createPerson,
  enrol,
  password,
  signInAs,
  startAuthBackend,
} from './auth-support.ts';

describe.each(engines)('MFA on %s', (engine) => {
  let running: AuthBackend;
  beforeAll(async () => {
    running = await startAuthBackend(engine);
  });
  afterAll(() => running?.stop());

  const start = async () => {
    const person = await createPerson(running.backend);
    return { person, client: await signInAs(running.backend, person) };
  };
  const levelOf = async (client: Awaited<ReturnType<typeof signInAs>>) =>
    (await client.auth.mfa.getAuthenticatorAssuranceLevel()).data;

  test('enrol, verify, and aal2 survives refreshes; a new sign-in is at aal1 with aal2 next', async () => {
    const { person, client } = await start();
    expect(await levelOf(client)).toMatchObject({ currentLevel: 'aal1', nextLevel: 'aal1' });
    const enrolled = await client.auth.mfa.enroll({
      factorType: 'totp',
      friendlyName: 'Phone',
      issuer: 'JARVIS',
    });
    expect(enrolled.data).toMatchObject({ type: 'totp', friendly_name: 'Phone' });
    const { id: factorId = '', totp } = enrolled.data ?? {};
    expect(totp?.qr_code).toMatch(/^data:image\/svg\+xml;utf-8,<svg /);
    expect(totp?.uri).toMatch(/^otpauth:\/\/totp\/JARVIS/);
    expect((await client.auth.mfa.listFactors()).data).toMatchObject({
      all: [{ id: factorId, status: 'unverified' }],
      totp: [],
    });

    const challenge = await client.auth.mfa.challenge({ factorId });
    expect(challenge.data?.expires_at).toBeGreaterThan(Date.now() / 1000);
    const code = await codeOfStep(totp?.secret ?? '', 0);
    const before = (await client.auth.getSession()).data.session;
    const verified = await client.auth.mfa.verify({ factorId, challengeId: challenge.data?.id ?? '', code });
    expect(verified.error).toBeNull();
    expect(verified.data?.refresh_token).not.toBe(before?.refresh_token);
    expect(decodeJwt(verified.data?.access_token ?? '')).toMatchObject({
      aal: 'aal2',
      session_id: decodeJwt(before?.access_token ?? '').session_id,
      amr: expect.arrayContaining([
        { method: 'totp', timestamp: expect.any(Number) },
        { method: 'password', timestamp: expect.any(Number) },
      ]),
    });
    for (let turn = 0; turn < 3; turn++) {
      const { data } = await client.auth.refreshSession();
      expect(decodeJwt(data.session?.access_token ?? '').aal).toBe('aal2');
    }
    expect(await levelOf(client)).toMatchObject({ currentLevel: 'aal2', nextLevel: 'aal2' });
    expect(await levelOf(await signInAs(running.backend, person))).toMatchObject({
      currentLevel: 'aal1',
      nextLevel: 'aal2',
    });
    expect((await client.auth.mfa.listFactors()).data).toMatchObject({ totp: [{ id: factorId }] });
  });

  test('verifying ends the person’s other sign-ins at aal1, and drops factors never verified', async () => {
    const { person, client } = await start();
    await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'Left over' });
    const other = await signInAs(running.backend, person);
    await enrol(client);
    expect((await other.auth.getUser()).error?.name).toBe('AuthSessionMissingError');
    expect((await other.auth.refreshSession()).error).not.toBeNull();
    expect((await client.auth.mfa.listFactors()).data?.all).toHaveLength(1);
  });

  test('a wrong code, a replayed code and a second verify of one challenge are refused', async () => {
    const { person, client } = await start();
    const { factorId, secret, code: used } = await enrol(client);
    const late = await signInAs(running.backend, person);
    const replayed = await late.auth.mfa.challengeAndVerify({ factorId, code: used });
    expect(replayed.error?.code).toBe('mfa_verification_failed');
    const far = await late.auth.mfa.challengeAndVerify({ factorId, code: await codeOfStep(secret, 4) });
    expect(far.error?.code).toBe('mfa_verification_failed');
    const { data } = await late.auth.mfa.challenge({ factorId });
    const challengeId = data?.id ?? '';
    const code = await codeOfStep(secret, 1);
    expect((await late.auth.mfa.verify({ factorId, challengeId, code })).error).toBeNull();
    const again = await late.auth.mfa.verify({ factorId, challengeId, code: await codeOfStep(secret, 1) });
    expect(again.error?.code).toBe('mfa_ip_address_mismatch');
  });

  test('one code counts once when it comes twice at the same time', async () => {
    const { person, client } = await start();
    const { factorId, secret } = await enrol(client);
    const late = await signInAs(running.backend, person);
    const code = await codeOfStep(secret, 1);
    const both = await Promise.all([1, 2].map(() => late.auth.mfa.challenge({ factorId })));
    const answers = await Promise.all(
      both.map(({ data }) => late.auth.mfa.verify({ factorId, challengeId: data?.id ?? '', code })),
    );
    expect(answers.filter((answer) => answer.error === null)).toHaveLength(1);
  });

  test('five wrong codes lock even the right one, also when they come at once', async () => {
    const { person, client } = await start();
    const { factorId, secret } = await enrol(client);
    const late = await signInAs(running.backend, person);
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => late.auth.mfa.challengeAndVerify({ factorId, code: '000000' })),
    );
    const codes = guesses.map((guess) => guess.error?.code);
    expect(codes.filter((code) => code === 'mfa_verification_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'over_request_rate_limit')).toHaveLength(7);
    const right = await late.auth.mfa.challengeAndVerify({ factorId, code: await codeOfStep(secret, 1) });
    expect(right.error).toMatchObject({ status: 429, code: 'over_request_rate_limit' });
    await running.backend.database.lock((session) =>
      session.run(`update auth.mfa_wrong_codes set created_at = now() - interval '6 minutes'`),
    );
    const later = await late.auth.mfa.challengeAndVerify({ factorId, code: await codeOfStep(secret, 1) });
    expect(later.error).toBeNull();
  });

  test('a challenge lives five minutes', async () => {
    const { client } = await start();
    const { factorId, secret } = await enrol(client);
    const { data } = await client.auth.mfa.challenge({ factorId });
    await running.backend.database.lock((session) =>
      session.query(
        `update auth.mfa_challenges set created_at = now() - interval '301 seconds' where id = $1`,
        [data?.id],
      ),
    );
    const code = await codeOfStep(secret, 1);
    const { error } = await client.auth.mfa.verify({ factorId, challengeId: data?.id ?? '', code });
    expect(error?.code).toBe('mfa_challenge_expired');
  });

  test('at aal1 a person with a factor neither enrols, unenrols nor changes password or address', async () => {
    const { person, client } = await start();
    const { factorId } = await enrol(client);
    const low = await signInAs(running.backend, person);
    const enrolled = await low.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'Other' });
    expect(enrolled.error?.code).toBe('insufficient_aal');
    expect((await low.auth.mfa.unenroll({ factorId })).error?.code).toBe('insufficient_aal');
    const changed = await low.auth.updateUser({ password: 'another battery staple' });
    expect(changed.error?.code).toBe('insufficient_aal');
    const moved = await low.auth.updateUser({ email: `moved-${person.email}` });
    expect(moved.error?.code).toBe('insufficient_aal');
    const change = { password: 'another battery staple', current_password: password };
    expect((await client.auth.updateUser(change)).error).toBeNull();
  });

  test('unenrolling at aal2 takes the level with it at the next refresh', async () => {
    const { client } = await start();
    const { factorId } = await enrol(client);
    expect((await client.auth.mfa.unenroll({ factorId })).data).toEqual({ id: factorId });
    const { data } = await client.auth.refreshSession();
    expect(decodeJwt(data.session?.access_token ?? '')).toMatchObject({
      aal: 'aal1',
      amr: [{ method: 'password' }],
    });
    expect((await client.auth.mfa.listFactors()).data?.all).toEqual([]);
  });

  test('other kinds, taken names, too many, and another person’s factor are refused', async () => {
    const { client } = await start();
    const { factorId } = await enrol(client);
    const name = (friendlyName: string) => client.auth.mfa.enroll({ factorType: 'totp', friendlyName });
    expect((await name('Phone')).error?.code).toBe('mfa_factor_name_conflict');
    const phone = await client.auth.mfa.enroll({ factorType: 'phone', phone: '+33600000000' });
    expect(phone.error?.code).toBe('mfa_phone_enroll_not_enabled');
    for (let turn = 1; turn < 10; turn++) expect((await name(`Phone ${turn}`)).error).toBeNull();
    expect((await name('One more')).error?.code).toBe('too_many_enrolled_mfa_factors');
    const stranger = (await start()).client;
    expect((await stranger.auth.mfa.challenge({ factorId })).error?.code).toBe('mfa_factor_not_found');
    expect((await stranger.auth.mfa.unenroll({ factorId })).error?.code).toBe('mfa_factor_not_found');
  });

  test('without a token, with a forged one, or with an ended session nothing is enrolled', async () => {
    const { address } = running.backend;
    const { client } = await start();
    const token = (await client.auth.getSession()).data.session?.access_token ?? '';
    const enrolAs = async (bearer?: string) => {
      const answer = await fetch(`${address.url}/auth/v1/factors`, {
        method: 'POST',
        headers: {
          apikey: address.publishable_key,
          'content-type': 'application/json',
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        },
        body: JSON.stringify({ factor_type: 'totp' }),
      });
      return [answer.status, ((await answer.json()) as { error_code?: string }).error_code];
    };
    expect(await enrolAs()).toEqual([401, 'no_authorization']);
    expect(await enrolAs(`${token.slice(0, -4)}AAAA`)).toEqual([403, 'bad_jwt']);
    await adminOf(running.backend).auth.admin.signOut(token);
    expect(await enrolAs(token)).toEqual([403, 'session_not_found']);
  });

  test('the admin lists and deletes a person’s factors', async () => {
    const { person, client } = await start();
    const { factorId } = await enrol(client);
    const { mfa } = adminOf(running.backend).auth.admin;
    const listed = await mfa.listFactors({ userId: person.id });
    expect(listed.data?.factors).toMatchObject([
      { id: factorId, status: 'verified', factor_type: 'totp', friendly_name: 'Phone' },
    ]);
    expect(JSON.stringify(listed.data)).not.toContain('secret');
    const gone = await mfa.deleteFactor({ id: factorId, userId: person.id });
    expect(gone.error).toBeNull();
    expect((await mfa.deleteFactor({ id: factorId, userId: person.id })).error?.code).toBe(
      'mfa_factor_not_found',
    );
    const again = clientOf(running.backend);
    await again.auth.signInWithPassword({ email: person.email, password });
    expect(await levelOf(again)).toMatchObject({ nextLevel: 'aal1' });
  });
});
