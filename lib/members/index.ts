export { type MemberFilter, memberFilter, memberQuery } from './filter';
export { everyMember, listMembers } from './list-members';
export {
  type Member,
  type MemberLevel,
  type MemberList,
  type MemberSort,
  type MemberView,
  memberLevels,
  memberSorts,
  memberViews,
} from './schemas';
