export { answerBooking, setLeft, tick } from './act-at-desk';
export { checkIn, searchAtDesk, undoCheckIn } from './check-in';
export { getDesk } from './get-desk';
export {
  bookingAnswerInput,
  type CheckedIn,
  checkInInput,
  checkInReasons,
  type Desk,
  type DeskFound,
  type DeskPerson,
  deskSearchInput,
  leftInput,
  type Saying,
  tickInput,
} from './schemas';
