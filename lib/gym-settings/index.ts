export { getGymSettings } from './get-gym-settings';
export { currencies, timezones } from './known-values';
export { type CalendarDay, calendarOf } from './proposals';
export { holidayCountries, holidayRegions, publicHolidays } from './public-holidays';
export { publishConsentText } from './publish-consent-text';
export { saveGymSettings } from './save-gym-settings';
export {
  type ConsentVersion,
  consentInput,
  daysInput,
  type GymSettings,
  type Held,
  type SpecialDay,
  settingsInput,
} from './schemas';
export { setHoursExceptions } from './set-hours-exceptions';
