import 'server-only';
import { can } from '@/lib/auth/permissions';
import { getGymSettings } from './get-gym-settings';
import { currentGym } from '@/lib/gyms';
import { serverClient } from '@/lib/supabase/server';

/** The settings of the gym on screen, and why the reader may not change them; null when they may. */
export async function openSettings() {
  const { actor, gym } = await currentGym();
  const settings = await getGymSettings(await serverClient(), gym.id);
  const mayChange = can(actor, 'gym.update', { gymId: gym.id });
  const readOnly = mayChange ? null : actor.role === 'gym_staff' ? ('role' as const) : ('suspended' as const);
  return { gym, settings, mayChange, readOnly };
}
