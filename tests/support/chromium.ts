import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of the browser for the journeys. Throws one sentence that says how to get one. */
export function findChromium(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen))
    throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no file: correct or unset it.`);
  const found = chosen ?? [...usual, chromium.executablePath()].find((path) => existsSync(path));
  if (!found) {
    throw new Error(
      'No Chromium was found for the browser journeys: install it (Debian: apt-get install chromium), ' +
        'set CHROMIUM_PATH to one, or run "npx playwright install chromium".',
    );
  }
  return found;
}
