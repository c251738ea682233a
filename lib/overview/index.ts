export { briefing, type BriefingFact } from './briefing';
export { getOverview } from './get-overview';
export type { Overview } from './schemas';
