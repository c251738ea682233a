import { MemberBadges } from '@/components/dashboard/badges/member-badges';
import { MemberRights } from '@/components/dashboard/rights/member-rights';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import type { MemberPage } from '@/lib/member';
import type { Format } from '@/lib/utils/format';
import { MemberBooking } from './member-booking';
import { MemberConsents } from './member-consents';
import { MemberLikes } from './member-likes';
import { MemberReach } from './member-reach';

/** Beside the history: the next booking, how to reach them, what they agreed to, what they like. */
export function MemberSide({
  member,
  gym,
  actor,
  rights,
  format,
}: {
  member: MemberPage;
  gym: GymContext;
  actor: StaffActor;
  rights: { act: boolean };
  format: Format;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start divide-y divide-line lg:border-l lg:border-line lg:pl-8 [&>section]:py-5 [&>section:first-child]:pt-0">
      <MemberBooking booking={member.next_booking} format={format} />
      <MemberReach member={member} />
      <MemberBadges memberId={member.id} gym={gym} actor={actor} />
      <MemberConsents member={member} language={gym.locale} mayAct={rights.act} format={format} />
      <MemberLikes member={member} format={format} />
      <MemberRights memberId={member.id} gym={gym} actor={actor} />
    </div>
  );
}
