export { greeting } from './greeting.ts';
export { reply } from './reply.ts';
export { initialState, readState } from './state.ts';
export type {
  Booking,
  BrainInput,
  BrainReply,
  BrainState,
  Chip,
  ClassCard,
  ClassOccurrence,
  GymInfo,
  MemberProfile,
  Setting,
  StaffReason,
  ToolContract,
  ToolName,
  ToolOutcome,
  Tools,
} from './types.ts';
