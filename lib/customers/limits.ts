import type { Customer, Plan } from './schemas';

export const limitKinds = ['gyms', 'kiosks', 'conversations', 'budget'] as const;
/** What a plan limits; the database holds each by a trigger. */
export type LimitKind = (typeof limitKinds)[number];

/** How far a customer has come towards one limit of its plan. */
export interface Use {
  kind: LimitKind;
  used: number;
  /** Null without limit. */
  most: number | null;
  /** `usd` is money, everything else is counted. */
  unit: 'count' | 'usd';
  /** Whether it begins again with each calendar month. */
  monthly: boolean;
  /** 0…1 of the limit; null without one. */
  share: number | null;
  /** `near` from four fifths on, `full` when nothing is left. */
  state: 'free' | 'near' | 'full';
}

const nature = (kind: LimitKind): Pick<Use, 'unit' | 'monthly'> => {
  switch (kind) {
    case 'gyms':
    case 'kiosks':
      return { unit: 'count', monthly: false };
    case 'conversations':
      return { unit: 'count', monthly: true };
    case 'budget':
      return { unit: 'usd', monthly: true };
    default:
      return unknownKind(kind);
  }
};

function unknownKind(kind: never): never {
  throw new Error(`No limit is called ${kind}.`);
}

/** How much of one limit a customer has used. */
export function usageOf({ usage, limits }: Pick<Customer, 'usage' | 'limits'>, kind: LimitKind): Use {
  const used = usage[kind];
  const most = limits[kind];
  const share = most === null ? null : Math.min(1, used / most);
  const state = share === null || share < 0.8 ? 'free' : share < 1 ? 'near' : 'full';
  return { kind, used, most, share, state, ...nature(kind) };
}

/** Which limits of a plan do not hold what a customer has; conversations and budget of the month never stand in the way. */
export function tooSmall(plan: Plan, { usage }: Pick<Customer, 'usage'>): LimitKind[] {
  return limitKinds.filter((kind) => !nature(kind).monthly && usage[kind] > (plan[kind] ?? Infinity));
}
