export { type FranchiseFilter, franchiseFilter, franchiseQuery } from './filter';
export { getFranchise } from './get-franchise';
export { everyFranchise, listFranchises } from './list-franchises';
export { saveFranchise } from './save-franchise';
export {
  type FranchisePage,
  type FranchiseRow,
  franchiseChangesSchema,
  franchiseSorts,
  franchiseViews,
} from './schemas';
