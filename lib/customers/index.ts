export { changePlan, changeSuspension, changeTrial } from './change-customer';
export { createCustomer, discardDraft, getDraft, saveDraft } from './drafts';
export { type CustomerFilter, customerFilter, customerQuery, customerSorts, customerViews } from './filter';
export { type LimitKind, limitKinds, tooSmall, type Use, usageOf } from './limits';
export { CUSTOMERS_PER_PAGE, everyCustomer, listCustomers } from './list-customers';
export {
  type Customer,
  type CustomersPage,
  customerKinds,
  type DraftAnswers,
  type DraftLine,
  type DraftPage,
  type DraftStep,
  discardedInputSchema,
  draftInputSchema,
  draftSteps,
  type Made,
  type OpenCustomer,
  type Plan,
  planInputSchema,
  planNames,
  suspensionInputSchema,
  trialInputSchema,
} from './schemas';
