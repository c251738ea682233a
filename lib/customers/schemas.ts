import { z } from 'zod';

export const planNames = ['starter', 'pro', 'enterprise'] as const;
export const customerKinds = ['franchise', 'gym'] as const;
export const customerStates = ['active', 'trial', 'suspended'] as const;
export const draftSteps = ['customer', 'plan', 'owner', 'gym', 'kiosk', 'summary'] as const;
export type DraftStep = (typeof draftSteps)[number];

const limits = z.object({
  gyms: z.number().nullable(),
  kiosks: z.number().nullable(),
  conversations: z.number().nullable(),
  budget: z.number().nullable(),
});
const planSchema = limits.extend({ plan: z.enum(planNames) });
/** A plan with its limits; null is without limit, the budget is in US dollars a month. */
export type Plan = z.infer<typeof planSchema>;

const customerSchema = z.object({
  id: z.guid(),
  kind: z.enum(customerKinds),
  name: z.string(),
  city: z.string().nullable(),
  plan: z.enum(planNames),
  state: z.enum(customerStates),
  /** Last day of the trial `YYYY-MM-DD`; kept while on hold. */
  trial_ends_on: z.string().nullable(),
  created_at: z.string(),
  usage: z.object({
    gyms: z.number(),
    kiosks: z.number(),
    conversations: z.number(),
    budget: z.number(),
  }),
  limits,
  members: z.number(),
  /** Who runs it, or is invited to. */
  contact: z.object({ full_name: z.string(), email: z.string(), invited: z.boolean() }).nullable(),
});
export type Customer = z.infer<typeof customerSchema>;

const openCustomerSchema = customerSchema.extend({
  places: z.array(
    z.object({ id: z.guid(), name: z.string(), city: z.string().nullable(), status: z.string() }),
  ),
  hold: z
    .object({
      cause: z.enum(['by_hand', 'trial_ended']),
      reason: z.string().nullable(),
      began_at: z.string(),
      by: z.string().nullable(),
    })
    .nullable(),
  /** The day on the customer's clocks. */
  today: z.string(),
});
export type OpenCustomer = z.infer<typeof openCustomerSchema>;

const count = z.number().int();

/** The answer of `list_customers`. */
export const customersPageSchema = z.object({
  total: count,
  counts: z.object({ all: count, active: count, trial: count, suspended: count }),
  plans: z.array(planSchema),
  rows: z.array(customerSchema),
  next_cursor: z.string().nullable(),
  drafts: z.array(
    z.object({
      id: z.guid(),
      name: z.string().nullable(),
      step: z.enum(draftSteps),
      updated_at: z.string(),
      by: z.string().nullable(),
    }),
  ),
  open: openCustomerSchema.nullable(),
});
export type CustomersPage = z.infer<typeof customersPageSchema>;
export type DraftLine = CustomersPage['drafts'][number];

const language = z.enum(['fr', 'en', 'es']);
const text = (most: number) => z.string().trim().max(most);

/** Body of PUT /api/admin/customers/drafts/[id]: the step that is next, and any of the answers; complete only at the end. */
export const draftInputSchema = z.strictObject({
  step: z.enum(draftSteps),
  kind: z.enum(customerKinds).optional(),
  name: text(120).optional(),
  city: text(120).optional(),
  language: language.optional(),
  plan: z.enum(planNames).optional(),
  trial_ends_on: z.iso.date().nullable().optional(),
  owner_name: text(120).optional(),
  owner_email: z.union([z.literal(''), z.email().max(254).toLowerCase()]).optional(),
  owner_language: language.optional(),
  gym_name: text(120).optional(),
  gym_city: text(120).optional(),
  gym_language: language.optional(),
  timezone: text(60).optional(),
  kiosk_name: text(80).optional(),
  kiosk_place: text(120).optional(),
});
export type DraftInput = z.infer<typeof draftInputSchema>;
export type DraftAnswers = Omit<DraftInput, 'step'>;

const madeSchema = z.object({
  customer: z
    .object({
      id: z.guid(),
      kind: z.enum(customerKinds),
      name: z.string(),
      plan: z.enum(planNames),
      state: z.enum(customerStates),
      trial_ends_on: z.string().nullable(),
    })
    .nullable(),
  gym: z.object({ id: z.guid(), name: z.string() }).nullable(),
  kiosk: z.object({ id: z.guid(), name: z.string(), slug: z.string(), paired: z.boolean() }).nullable(),
  invitation: z
    .object({
      full_name: z.string(),
      email: z.string(),
      accepted: z.boolean(),
      mail: z.enum(['pending', 'sent', 'failed']).nullable(),
    })
    .nullable(),
});
/** What a draft became; a part is null where it was left out, or is gone by now. */
export type Made = z.infer<typeof madeSchema>;

/** The answer of `get_customer_draft`. */
export const draftPageSchema = z.object({
  plans: z.array(planSchema),
  draft: z
    .object({
      id: z.guid(),
      step: z.enum(draftSteps),
      data: z.partialRecord(z.string(), z.string().nullable()),
      updated_at: z.string(),
      made: madeSchema.nullable(),
    })
    .nullable(),
});
export type DraftPage = z.infer<typeof draftPageSchema>;

/** Body of PUT /api/admin/customers/[id]/plan. */
export const planInputSchema = z.strictObject({ plan: z.enum(planNames) });

/** Body of PUT /api/admin/customers/[id]/trial: its last day, null to end it with a contract. */
export const trialInputSchema = z.strictObject({ ends_on: z.iso.date().nullable() });

/** Body of PUT /api/admin/customers/[id]/suspension: put on hold with a reason, or taken off it. */
export const suspensionInputSchema = z.discriminatedUnion('suspended', [
  z.strictObject({ suspended: z.literal(true), reason: z.string().trim().min(3).max(500) }),
  z.strictObject({ suspended: z.literal(false), trial_ends_on: z.iso.date().nullable().default(null) }),
]);
export type SuspensionInput = z.infer<typeof suspensionInputSchema>;

/** Body of PUT /api/admin/customers/drafts/[id]/discarded. */
export const discardedInputSchema = z.strictObject({ discarded: z.boolean() });
