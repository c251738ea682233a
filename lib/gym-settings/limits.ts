/** How long things may be kept at most (rule P8); a gym may keep them shorter. The database holds the same. */
export const retentionLimits = {
  transcripts_days: { least: 1, most: 90 },
  conversations_months: { least: 1, most: 6 },
  counts_months: { least: 1, most: 24 },
  scans_months: { least: 1, most: 12 },
  deleted_days: { least: 1, most: 30 },
} as const;
export type Retention = Record<keyof typeof retentionLimits, number>;
export const retentionKeys = Object.keys(retentionLimits) as (keyof Retention)[];

/** Where a gym may put its thresholds; `usual` is the rule's own (A5, A6). */
export const thresholdLimits = {
  absent_days: { least: 7, most: 60, step: 1, usual: 14 },
  risk_alert: { least: 40, most: 90, step: 1, usual: 70 },
  negative_sentiment: { least: -1, most: -0.3, step: 0.05, usual: -0.5 },
} as const;
export type Thresholds = Record<keyof typeof thresholdLimits, number>;
export const thresholdKeys = Object.keys(thresholdLimits) as (keyof Thresholds)[];

/** Lines that a gym may write for its kiosk, with their longest length in characters. */
export const kioskLines = { attract: 40, closed: 120, maintenance: 120, welcome: 120 } as const;
export type KioskLine = keyof typeof kioskLines;
export const kioskLineKeys = Object.keys(kioskLines) as KioskLine[];

/** A text under a question about consent, in characters. */
export const consentLength = { least: 20, most: 160 } as const;
export const consentPurposes = ['talk', 'analyse', 'remember', 'health'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const conversationMinutes = { least: 1, most: 15 } as const;

export const textLengths = {
  name: 120,
  city: 120,
  address: 200,
  phone: 40,
  price_note: 300,
  label: 60,
} as const;

/** Spans a day may have, and days that one request may settle. */
export const mostSpans = 4;
export const mostDays = 60;
