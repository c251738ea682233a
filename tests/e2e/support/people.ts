import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { expect } from '@playwright/test';
import { totp } from '../../support/totp.ts';
import type { RunningApp } from './app.ts';
import { ask } from './members.ts';

/** Somebody of a journey, whom no other journey knows. */
export interface Person {
  id: string;
  email: string;
  password: string;
  name: string;
}

export interface Mail {
  subject: string;
  text: string;
}

/** An address and a name that nobody has yet. */
export function stranger(): { email: string; name: string } {
  const mark = randomUUID().slice(0, 8);
  return { email: `anouk.${mark}@journeys.example`, name: `Anouk Vermeil ${mark}` };
}

/** Somebody who works at the gym's desk, able to sign in with a password of their own. */
export async function newPerson(app: RunningApp, gym = 'Lyon Part-Dieu'): Promise<Person> {
  const { email, name } = stranger();
  const password = `tulipe ${randomUUID()}`;
  const { auth } = createClient(app.backend.url, app.backend.secret_key, { auth: { persistSession: false } });
  const { data, error } = await auth.admin.createUser({ email, password, email_confirm: true });
  if (error) throw error;
  await ask(
    app,
    (sql) => sql`
      insert into public.users (id, email, full_name, role, gym_id, language)
      select ${data.user.id}, ${email}, ${name}, 'gym_staff', id, 'fr' from public.gyms where name = ${gym}`,
  );
  return { id: data.user.id, email, password, name };
}

/**
 * A code of an authenticator app that counts as unused: what the auth server remembers of the last one is forgotten,
 * because a journey does not wait for the next half minute.
 */
export async function freshCode(app: RunningApp, secret: string): Promise<string> {
  await ask(app, (sql) => sql`update auth.mfa_factors set last_totp_step = 0 where secret = ${secret}`);
  return totp(secret);
}

/** The newest mail to an address whose subject fits, as soon as it is in the mailbox. */
export async function mailTo(app: RunningApp, email: string, subject: RegExp): Promise<Mail> {
  const find = async () => {
    const answer = await fetch(`${app.backend.mailbox_url}/messages?to=${encodeURIComponent(email)}`);
    return ((await answer.json()) as Mail[]).find((mail) => subject.test(mail.subject));
  };
  await expect.poll(async () => Boolean(await find()), `a mail to ${email}`).toBe(true);
  return (await find()) as Mail;
}

/** The address that the link in a mail opens. Throws when there is none. */
export function linkIn(mail: Mail): string {
  const address = /https?:\/\/\S+\/auth\/confirm\?\S+/.exec(mail.text)?.[0];
  if (!address) throw new Error(`There is no link in the mail "${mail.subject}".`);
  return address;
}
