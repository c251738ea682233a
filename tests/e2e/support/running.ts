import type { RunningApp } from './app.ts';

export const appVariable = 'JARVIS_JOURNEYS_APP';

/** The app that the global setup started. */
export function runningApp(): RunningApp {
  const text = process.env[appVariable];
  if (!text) throw new Error('Start the journeys with Playwright, which starts the app.');
  return JSON.parse(text) as RunningApp;
}
