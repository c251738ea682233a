import { scrubEvent } from './scrub-event';

/** What server and browser report with: errors only, scrubbed, with nothing collected on the way. */
export const clientOptions = {
  sendClientReports: false,
  sendDefaultPii: false,
  maxBreadcrumbs: 0,
  beforeSend: scrubEvent,
} as const;
