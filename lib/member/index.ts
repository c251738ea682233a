export {
  fitnessLevels,
  goals,
  healthFields,
  type MemberField,
  memberFields,
  memberKinds,
  type NoteKind,
  type NoteOutcome,
  noteKinds,
  outcomes,
  type Purpose,
  purposes,
  styles,
} from './choices';
export { consentSchema } from './consent-schemas';
export { addNote, changeNote, recordConsent } from './desk';
export { type HistoryFilter, getMember, getMerge, historyFilter } from './get-member';
export { openMember, orNotFound } from './open-member';
export { noteChangeSchema, noteSchema } from './note-schemas';
export {
  createMember,
  deleteMember,
  findDuplicates,
  mergeMembers,
  restoreMember,
  saveMember,
} from './save-member';
export {
  type Consent,
  type Duplicate,
  type HistoryLine,
  type MemberPage,
  type MemberTab,
  type MergePage,
  type MergeSide,
  memberTabs,
} from './schemas';
export {
  duplicatesSchema,
  memberChangesSchema,
  mergeSchema,
  newMemberSchema,
  type Saved,
  type StoredValues,
} from './values';
