import { z } from 'zod';
import { alertLevel, codeAndParams, alertContext } from '@/lib/alerts/schemas';

const person = z.object({ first_name: z.string(), last_initial: z.string() });

/** What a gym has to do first, in this order. */
export const firstSteps = ['team', 'hours', 'members', 'kiosk', 'badge', 'conversation', 'alert'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** Body of POST /api/dashboard/first-steps. */
export const hideFirstStepsSchema = z.strictObject({ gym_id: z.guid(), hidden: z.boolean() });

/** The answer of `dashboard_overview`. Counts that a role may not see are null. */
export const overviewSchema = z.object({
  date: z.string(),
  visits_yesterday: z.number(),
  visits_usual: z.number().nullable(),
  conversations_yesterday: z.number(),
  negative_yesterday: z.number().nullable(),
  inside_now: z.number(),
  alerts_open: z.number(),
  alerts_urgent: z.number(),
  at_risk: z.number(),
  members_active: z.number(),
  members_new_30d: z.number(),
  kiosks: z.array(
    z.object({
      id: z.guid(),
      slug: z.string(),
      name: z.string(),
      location: z.string().nullable(),
      shown: z.enum(['online', 'late', 'offline', 'resting', 'provisioning', 'maintenance', 'error']),
      last_heartbeat_at: z.string().nullable(),
    }),
  ),
  /** Which are done; null once all are, or when they were put away. */
  first_steps: z.record(z.enum(firstSteps), z.boolean()).nullable(),
  to_call: z.array(
    z.object({
      id: z.guid(),
      type: z.string(),
      created_at: z.string(),
      member: person.extend({ id: z.guid(), phone: z.string().nullable() }),
      level: alertLevel.nullable(),
      context: alertContext,
      recommended_actions: z.array(codeAndParams),
      assigned_to: z.object({ id: z.guid() }).nullish(),
    }),
  ),
  live: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(['visit', 'conversation', 'alert', 'booking']),
      member: person.nullable(),
      params: z.record(z.string(), z.unknown()),
    }),
  ),
  hours: z.array(z.object({ hour: z.number(), usual: z.number(), today: z.number().nullable() })),
  topics: z.array(z.object({ topic: z.string(), count: z.number() })),
  sparks: z.object({ visits: z.array(z.number()), conversations: z.array(z.number()) }),
});

export type Overview = z.infer<typeof overviewSchema>;
