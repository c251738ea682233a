/** How often one key may do something: so many times in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

/** Every limit of the app. The first three are those of the specification, a person or kiosk each. */
export const limits = {
  api: { points: 100, seconds: MINUTE },
  voice: { points: 30, seconds: MINUTE },
  admin: { points: 200, seconds: MINUTE },
  /** A list of 50,000 members is compared and then imported in batches of 500. */
  import: { points: 300, seconds: MINUTE },
  /** Watchers of the installation ask these often, and an answer costs nothing. */
  probe: { points: 600, seconds: MINUTE },
  /** One account from one address. */
  sign_in_account: { points: 10, seconds: QUARTER },
  /** One account from everywhere. */
  sign_in_account_hour: { points: 50, seconds: HOUR },
  /** One address, whatever the account. */
  sign_in_address: { points: 60, seconds: QUARTER },
  mfa: { points: 5, seconds: 5 * MINUTE },
  reset_account: { points: 5, seconds: HOUR },
  reset_address: { points: 20, seconds: HOUR },
  confirm: { points: 30, seconds: QUARTER },
  pairing: { points: 20, seconds: QUARTER },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The bucket of everybody whose address nobody vouches for. */
export const SHARED_KEY = 'direct';
const SHARED_FACTOR = 10;

/** The limit of a key; the shared bucket has ten times as much, because many stand in it. */
export function limitOf(name: LimitName, key: string): Limit {
  const { points, seconds } = limits[name];
  return { points: key === SHARED_KEY ? points * SHARED_FACTOR : points, seconds };
}
