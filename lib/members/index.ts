export { changeMembers, undoMemberChange } from './change-members';
export { columnsFor, columnsQuery, defaultColumns, type MemberColumn } from './columns';
export {
  isNarrowed,
  isSameView,
  type MemberFilter,
  memberFilter,
  memberQuery,
  usualSort,
  viewQuery,
} from './filter';
export { everyMember, listMembers, memberIds } from './list-members';
export {
  MOST_CHANGED,
  MOST_COUNTED,
  type Member,
  type MemberAction,
  type MemberLevel,
  type MemberList,
  type MemberSort,
  type MemberView,
  memberChangeSchema,
  memberConsents,
  memberExportSchema,
  memberKinds,
  memberLevels,
  memberSorts,
  memberStates,
  memberViews,
} from './schemas';
export {
  changeView,
  deleteView,
  listViews,
  newViewSchema,
  type SavedView,
  saveView,
  viewChangeSchema,
} from './views';
