import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { ask } from './members.ts';
import { newPerson, type Person } from './people.ts';

const names = ['Ana Alvarez', 'Bea Bonnet', 'Cleo Caron', 'Dora Denis'];

export interface Gym {
  id: string;
  name: string;
  slug: string;
}

/** A gym of its own that is always open, with four members without a badge and a kiosk. */
export async function newGym(app: RunningApp): Promise<Gym> {
  const name = `Salle ${randomUUID().slice(0, 8)}`;
  const slug = `borne-${randomUUID().slice(0, 8)}`;
  const [gym] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`
      with gym as (
        insert into public.gyms (name, city, opening_hours)
        select ${name}, 'Lyon', jsonb_agg(jsonb_build_object('weekday', day, 'open', '00:00', 'close', '24:00'))
        from generate_series(1, 7) day returning id
      ), kiosk as (
        insert into public.kiosks (gym_id, slug, name) select id, ${slug}, 'Entrée' from gym
      ), people as (
        insert into public.gym_members_v2 (gym_id, first_name, last_name, membership_type)
        select gym.id, split_part(one, ' ', 1), split_part(one, ' ', 2), 'Mensuel' from gym, unnest(${names}::text[]) one
      )
      select id from gym`,
  );
  if (!gym) throw new Error('The gym was not made.');
  return { id: gym.id, name, slug };
}

export async function signIn(page: Page, { email, password }: Person) {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(/\/dashboard/);
}

export async function enter(app: RunningApp, page: Page, role: 'gym_staff' | 'gym_manager') {
  const gym = await newGym(app);
  const person = await newPerson(app, gym.name);
  await ask(app, (sql) => sql`update public.users set role = ${role} where id = ${person.id}`);
  await signIn(page, person);
  return gym;
}

/** A number that no other journey has, ten digits, not a random UID. */
export const badgeNumber = () =>
  String(0x10000000 + Math.floor(Math.random() * 0x60000000) * 2 + 1).padStart(10, '0');

export const current = (app: RunningApp, gym: Gym, firstName: string) =>
  ask(
    app,
    (sql) => sql<{ badge_id: string | null }[]>`
      select badge_id from public.gym_members_v2 where gym_id = ${gym.id} and first_name = ${firstName}`,
  ).then(([row]) => row?.badge_id ?? null);

/** Until the page hears the reader of the desk. */
export const listening = (page: Page) =>
  expect(page.getByText('Passez le badge au lecteur de ce poste.')).toBeVisible();
