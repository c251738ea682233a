import Bowser from 'bowser';

/** A sign-in's browser and system in words, such as Firefox and Windows; null where the user agent does not tell. */
export interface Agent {
  browser: string | null;
  system: string | null;
}

/** Reads a user agent. It is what the browser said of itself: a help to recognise a sign-in, never a proof. */
export function describeAgent(userAgent: string | null): Agent {
  if (!userAgent?.trim()) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
}
