export { briefing, type BriefingFact } from './briefing';
export { getOverview } from './get-overview';
export { hideFirstSteps } from './hide-first-steps';
export { type FirstStep, firstSteps, hideFirstStepsSchema, type Overview } from './schemas';
