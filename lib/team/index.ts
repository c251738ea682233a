export { changePerson } from './change-person';
export {
  countTeam,
  filterTeam,
  placesOf,
  type TeamFilter,
  type TeamRow,
  type TeamStatus,
  teamFilter,
  teamQuery,
  teamRows,
  teamViews,
} from './filter';
export { invitePerson, resendInvitation, revokeInvitation } from './invite-person';
export { listTeam } from './list-team';
export {
  type Grants,
  type InvitationInput,
  invitationSchema,
  type PersonChange,
  personChangeSchema,
  type Team,
  teamRoles,
} from './schemas';
