import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { currentUser } from '@/lib/auth/current-user';

/** The gym that a person has open: the one they chose while it is theirs, else their first; null without any. */
export function chosenGym(gyms: GymContext[], chosen: string | undefined): GymContext | null {
  return gyms.find((gym) => gym.id === chosen) ?? gyms[0] ?? null;
}

/** The signed-in person and their open gym, asked once a request. Nobody, or a deactivated person, goes to the sign-in page. */
export const currentContext = cache(async (): Promise<{ actor: StaffActor; gym: GymContext | null }> => {
  const actor = await currentUser();
  if (!actor) redirect('/login');
  return { actor, gym: chosenGym(actor.gyms, (await cookies()).get('gym')?.value) };
});

/** As `currentContext`, for pages of a gym; a person without any gym sees the empty overview instead. */
export const currentGym = cache(async (): Promise<{ actor: StaffActor; gym: GymContext }> => {
  const { actor, gym } = await currentContext();
  if (!gym) redirect('/dashboard');
  return { actor, gym };
});
