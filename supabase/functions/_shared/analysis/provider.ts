import { builtin } from './builtin.ts';
import type { AnalysisProvider } from './types.ts';

/** Whoever analyses here. */
export const provider: AnalysisProvider = builtin;
