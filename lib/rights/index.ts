export { accessHtml } from './access-html';
export { eraseMember, getMemberRights, makeAccessFile, moveMember, undoMove } from './member-rights';
export {
  accessFileInput,
  eraseInput,
  identityChecks,
  type MemberRights,
  type MoveTarget,
  moveInput,
  type Receipt,
  type Traces,
} from './schemas';
