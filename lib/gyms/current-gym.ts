import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { authState } from '@/lib/auth/auth-state';
import { currentUser } from '@/lib/auth/current-user';
import { pathFor, signInPages } from '@/lib/auth/gate';

/** The gym that a person has open: the one they chose while it is theirs, else their first; null without any. */
export function chosenGym(gyms: GymContext[], chosen: string | undefined): GymContext | null {
  return gyms.find((gym) => gym.id === chosen) ?? gyms[0] ?? null;
}

/** Sends whoever is not ready to work to the page that is next for them; it brings them back to this one. */
async function toTheDoor(): Promise<never> {
  const { state } = await authState();
  // Ready, and yet nobody: they were deactivated a moment ago.
  if (state === 'ready') redirect(signInPages.login);
  redirect(pathFor(state, (await headers()).get('x-path') ?? undefined));
}

/** The signed-in person and their open gym, asked once a request; whoever is not ready goes to the page that is next for them. */
export const currentContext = cache(async (): Promise<{ actor: StaffActor; gym: GymContext | null }> => {
  const actor = await currentUser();
  if (!actor) return toTheDoor();
  return { actor, gym: chosenGym(actor.gyms, (await cookies()).get('gym')?.value) };
});

/** As `currentContext`, for pages of a gym; a person without any gym sees the empty overview instead. */
export const currentGym = cache(async (): Promise<{ actor: StaffActor; gym: GymContext }> => {
  const { actor, gym } = await currentContext();
  if (!gym) redirect('/dashboard');
  return { actor, gym };
});
