/** What one file may hold. The unpacked size holds an archive that is small only on the outside. */
export const fileLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 160 * 1024 * 1024,
  rows: 50_000,
  /** Of a list of visits, whose rows are short. */
  visits: 200_000,
  columns: 200,
} as const;
