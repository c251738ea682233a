import { z } from 'zod';

export const costViews = ['all', 'spending', 'near'] as const;
export const costSorts = ['spent', 'share', 'name'] as const;
export type CostView = (typeof costViews)[number];
export type CostSort = (typeof costSorts)[number];

const count = z.number();
const usd = z.number();
/** Null where a part of it has no rate. */
const eur = z.number().nullable();

const rateSchema = z
  .object({ day: z.string(), usd_per_eur: z.number(), source: z.enum(['delivered', 'person']) })
  .nullable();
/** A rate of the euro from its day on; null where there is none. */
export type Rate = z.infer<typeof rateSchema>;

const alertSchema = z.object({
  id: z.guid(),
  kind: z.enum(['model_shutdown', 'member_text_missing', 'usage_differs']),
  /** A model, or a day. */
  subject: z.string(),
  params: z.record(z.string(), z.unknown()),
  raised_at: z.string(),
  state: z.enum(['open', 'acknowledged', 'resolved']),
  at: z.string().nullable(),
  by: z.string().nullable(),
});
export type PlatformAlert = z.infer<typeof alertSchema>;

/** The answer of `list_costs`: this month of every gym, each on its own clock. */
export const costListSchema = z.object({
  total: count,
  counts: z.object({ all: count, spending: count, near: count }),
  month: z.object({ conversations: count, usd, eur }),
  days: z.array(z.object({ day: z.string(), conversations: count, usd, eur })),
  rate: rateSchema,
  alerts: z.array(alertSchema),
  next_cursor: z.string().nullable(),
  rows: z.array(
    z.object({
      id: z.guid(),
      name: z.string(),
      plan: z.enum(['starter', 'pro', 'enterprise']),
      /** Null for a gym that is its own customer. */
      franchise: z.object({ id: z.guid(), name: z.string() }).nullable(),
      conversations: count,
      usd,
      eur,
      customer_usd: usd,
      /** The nearer of the gym's own budget and the customer's; null without either. */
      limit: z.object({ kind: z.enum(['gym', 'plan']), used: usd, most: usd, share: z.number() }).nullable(),
    }),
  ),
});
export type CostList = z.infer<typeof costListSchema>;
export type CostRow = CostList['rows'][number];

/** The answer of `get_price_list`. */
export const priceListSchema = z.object({
  today: z.string(),
  models: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['realtime', 'transcription']),
      /** Null is known and not used. */
      preference: z.number().nullable(),
      shutdown_at: z.string().nullable(),
      days_left: z.number().nullable(),
      /** In the last seven days. */
      used: z.boolean(),
      since: z.string().nullable(),
      /** US dollars for a million tokens, or minutes. */
      prices: z.record(z.string(), z.number()),
    }),
  ),
  rates: z.array(
    z.object({
      id: z.guid(),
      day: z.string(),
      usd_per_eur: z.number(),
      source: z.enum(['delivered', 'person']),
      set_at: z.string(),
      by: z.string().nullable(),
      replaced: z.boolean(),
    }),
  ),
  days: z.array(
    z.object({
      day: z.string(),
      provider_usd: usd,
      our_usd: usd,
      difference: usd,
      differs: z.boolean(),
      checked_at: z.string(),
    }),
  ),
  check: z.object({ at: z.string(), error: z.string().nullable() }).nullable(),
});
export type PriceList = z.infer<typeof priceListSchema>;

/** The answer of `get_gym_costs`. */
export const gymCostsSchema = z.object({
  month: z.string(),
  conversations: count,
  usd,
  eur,
  /** The gym's own; null without one. */
  budget_usd: usd.nullable(),
  /** The customer's; null without limit. */
  plan_usd: usd.nullable(),
  /** The customer has other gyms beside it. */
  shared: z.boolean(),
  rate: rateSchema,
});
export type GymCosts = z.infer<typeof gymCostsSchema>;

/** A number, or one as somebody types it, with comma or point. */
const typed = (places: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string' && /^\d{1,9}([.,]\d+)?$/.test(value.trim())
        ? Number(value.trim().replace(',', '.'))
        : value,
    z.number().refine((value) => Number(value.toFixed(places)) === value),
  );

/** Body of POST /api/admin/costs/rates: US dollars for a euro from a day on. */
export const newRateSchema = z.strictObject({
  day: z.iso.date(),
  usd_per_eur: typed(6).pipe(z.number().min(0.2).max(5)),
});
export type NewRate = z.infer<typeof newRateSchema>;

/** Body of PUT /api/admin/gyms/[id]/budget: US dollars a month, null takes it away. */
export const gymBudgetSchema = z.strictObject({
  usd: typed(2).pipe(z.number().min(0).max(100_000)).nullable(),
});
export type GymBudget = z.infer<typeof gymBudgetSchema>;

/** Body of PUT /api/admin/platform-alerts/[id]. */
export const alertActionSchema = z.strictObject({ action: z.enum(['acknowledge', 'resolve', 'reopen']) });
export type AlertAction = z.infer<typeof alertActionSchema>;
