export { chosenGym, currentContext, currentGym } from './current-gym';
export { gymFor } from './gym-for';
