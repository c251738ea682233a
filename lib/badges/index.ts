export { assignBadge, assignScan } from './assign-badge';
export { badgesOf, getBadgeDesk, giveGuestBadge, listBadgeMembers, listMemberBadges } from './badge-desk';
export { kioskReadings } from './badge-hashes';
export { cancelCapture, getCapture, setReader, startCapture } from './capture-badge';
export { endBadge, undoBadge } from './end-badge';
export { type EntryFilter, entryFilter, entryQuery } from './filter';
export { entriesVersion, everyEntry, listEntries } from './list-entries';
export {
  type Assigned,
  assignmentSchema,
  type BadgeDesk,
  type BadgeMember,
  type BadgeMembers,
  badgeEndSchema,
  type Capture,
  type CaptureState,
  captureRequestSchema,
  type DayGuest,
  type DeskKiosk,
  type Entry,
  type EntryList,
  type EntryOutcome,
  entryViews,
  guestSchema,
  type MemberBadge,
  type MemberBadgeList,
  readerSchema,
  type ShortPerson,
  scanAssignmentSchema,
} from './schemas';
