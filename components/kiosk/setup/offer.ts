const offeredMs = 120_000;
let until = 0;

/** Whoever has just paired this device stands before it and may go on to check it, for two minutes. */
export function offerSetup(): void {
  until = Date.now() + offeredMs;
}

/** Milliseconds that the offer still holds; 0 when there is none. */
export const offerLeft = (): number => Math.max(0, until - Date.now());

export function withdrawOffer(): void {
  until = 0;
}
