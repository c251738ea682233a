export { actOnPlatformAlert, addExchangeRate, setGymBudget } from './change-costs';
export { type CostFilter, costFilter, costQuery } from './filter';
export { everyCost, getGymCosts, getPriceList, listCosts } from './read-costs';
export {
  alertActionSchema,
  type CostList,
  type CostRow,
  costSorts,
  costViews,
  type GymCosts,
  gymBudgetSchema,
  newRateSchema,
  type PlatformAlert,
  type PriceList,
  type Rate,
} from './schemas';
