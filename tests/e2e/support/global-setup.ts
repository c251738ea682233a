import { startApp } from './app.ts';
import { appVariable } from './running.ts';

/** One app for the whole run; the workers find it in their environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const { stop, ...app } = await startApp();
  process.env[appVariable] = JSON.stringify(app);
  return stop;
}
