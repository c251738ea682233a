export { addClassDate, changeClassDate } from './change-date';
export { type ClassFilter, classFilter, classQuery, classViews, filterClasses, valuesOf } from './filter';
export { listClasses } from './list-classes';
export { bookPlace, freePlace } from './places';
export { saveClass, setClassActive } from './save-class';
export {
  type ClassDate,
  type ClassWeek,
  classActiveSchema,
  classChangeSchema,
  classSchema,
  dateChangeSchema,
  type GymClass,
  type Guest,
  newDateSchema,
  type OpenDate,
  placeSchema,
  type Slot,
} from './schemas';
