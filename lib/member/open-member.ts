import 'server-only';
import { notFound } from 'next/navigation';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { currentContext } from '@/lib/gyms';
import { serverClient, type UserClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { getMember, type HistoryFilter } from './get-member';
import type { MemberPage } from './schemas';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What cannot be found is the page that says so. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** Who asks, and the member of an address with the gym that it belongs to, which need not be the one on screen. */
export async function openMember(
  id: string,
  filter: HistoryFilter = { tab: 'all', cursor: undefined },
  limit?: number,
): Promise<{ actor: StaffActor; gym: GymContext; member: MemberPage; db: UserClient }> {
  const { actor } = await currentContext();
  if (!uuid.test(id)) notFound();
  const db = await serverClient();
  const member = await orNotFound(pageOf(filter, (one) => getMember(db, id, one, limit)));
  const gym = actor.gyms.find((one) => one.id === member.gym_id);
  if (!gym) notFound();
  return { actor, gym, member, db };
}
