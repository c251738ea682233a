import { startApp } from './app.ts';
import { openGyms } from './kiosk.ts';
import { appVariable } from './running.ts';
import { startPeer } from './voice.ts';

/** One app and one voice peer for the whole run; the workers find it in their environment. Its gyms are open whenever the journeys run. */
export default async function setup(): Promise<() => Promise<void>> {
  const voice = await startPeer();
  const { stop, ...app } = await startApp({ env: voice.env }).catch(async (error: unknown) => {
    await voice.stop();
    throw error;
  });
  await openGyms(app);
  process.env[appVariable] = JSON.stringify(app);
  return async () => {
    await stop();
    await voice.stop();
  };
}
