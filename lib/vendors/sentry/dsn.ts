/** Where the reports of a DSN go; pages must be allowed to connect there. */
export const reportOrigin = (dsn: string): string => new URL(dsn).origin;
