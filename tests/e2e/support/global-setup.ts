import { startApp } from './app.ts';
import { ask } from './members.ts';
import { appVariable } from './running.ts';
import { startPeer } from './voice.ts';

/** One app and one voice peer for the whole run; the workers find it in their environment. Its gyms are open whenever the journeys run. */
export default async function setup(): Promise<() => Promise<void>> {
  const voice = await startPeer();
  const { stop, ...app } = await startApp({ env: voice.env }).catch(async (error: unknown) => {
    await voice.stop();
    throw error;
  });
  await ask(
    app,
    (sql) => sql`
      update public.gyms set opening_hours = (
        select jsonb_agg(jsonb_build_object('weekday', day, 'open', '00:00', 'close', '24:00')) from generate_series(1, 7) day
      )`,
  );
  process.env[appVariable] = JSON.stringify(app);
  return async () => {
    await stop();
    await voice.stop();
  };
}
