import { setTimeout as wait } from 'node:timers/promises';

const STEP_MS = 500;

/**
 * Runs the work so that its time tells nothing: the answer leaves at the next half second since it began.
 * @param which `all` answers, or `refusals` only
 */
export async function paced<T>(work: () => Promise<T>, which: 'all' | 'refusals'): Promise<T> {
  const began = performance.now();
  const rest = () => wait(STEP_MS - ((performance.now() - began) % STEP_MS));
  try {
    const result = await work();
    if (which === 'all') await rest();
    return result;
  } catch (error) {
    await rest();
    throw error;
  }
}
