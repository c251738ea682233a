/** Whole years from one calendar day to another, as an age counts them. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5, 10) ? years - 1 : years;
}
