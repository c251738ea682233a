/*
 * One short real call: Chromium speaks a French sentence to the Realtime API over WebRTC, the way our server opens
 * calls (its offer goes through us with the project's key). Checked are sound, transcription, usage and hang-up; what
 * the call cost is told by the prices in the database. Without a key nothing is called.
 */
const { OPENAI_API_KEY: key } = process.env;
if (key) {
  const { check } = await import('./call.ts');
  await check(key);
} else {
  process.stdout.write('Skipped: OPENAI_API_KEY is not set, so nothing was called and nothing was proved.\n');
}

export {};
