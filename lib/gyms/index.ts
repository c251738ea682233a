export { createGym, saveGym, setMaintenance } from './change-gym';
export { chosenGym, currentContext, currentGym } from './current-gym';
export { type GymFilter, gymFilter, gymQuery } from './filter';
export { getGym } from './get-gym';
export { gymFor } from './gym-for';
export { everyGym, listGyms } from './list-gyms';
export {
  customerPlans,
  type GymPage,
  type GymRow,
  gymChangesSchema,
  gymSorts,
  gymViews,
  maintenanceSchema,
  newGymSchema,
} from './schemas';
