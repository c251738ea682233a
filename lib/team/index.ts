export { changePerson } from './change-person';
export { invitePerson, resendInvitation, revokeInvitation } from './invite-person';
export { type InvitationInput, invitationSchema, type PersonChange, personChangeSchema } from './schemas';
