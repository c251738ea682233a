export { type Answer, readAnswer } from './answer.ts';
export { addDays, dayIn, localDate, weekdayIn, weekdayOf } from './day.ts';
export { namesIn, ordinalIn } from './names.ts';
export { type DayPart, isAt, partOfDay, type SpokenTime, timeIn } from './time.ts';
