import { z } from 'zod';

/** A text as code and parameters; it becomes words in the reader's language when shown (rule A3). */
export const codeAndParams = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});
export type CodeAndParams = z.infer<typeof codeAndParams>;

export const alertLevel = z.enum(['low', 'medium', 'high', 'critical']);
export type RiskLevel = z.infer<typeof alertLevel>;

export const alertContext = z.object({
  code: z.string().nullish(),
  params: z.record(z.string(), z.unknown()).nullish(),
  reasons: z.array(codeAndParams).nullish(),
  session_id: z.string().nullish(),
});
export type AlertContext = z.infer<typeof alertContext>;

export const alertTypes = [
  'churn_risk',
  'negative_feedback',
  'milestone',
  'equipment_issue',
  'kiosk_offline',
  'reader_suspicious',
  'needs_review',
  'staff_call',
] as const;
export type AlertType = (typeof alertTypes)[number];

export const alertTabs = ['todo', 'mine', 'done', 'dismissed'] as const;
export type AlertTab = (typeof alertTabs)[number];

const teammate = z.object({ id: z.guid(), full_name: z.string() });

export const alertSchema = z.object({
  id: z.guid(),
  type: z.enum(alertTypes),
  priority: z.enum(['low', 'medium', 'high', 'urgent']),
  status: z.enum(['pending', 'in_progress', 'resolved', 'dismissed']),
  context: alertContext,
  recommended_actions: z.array(codeAndParams),
  created_at: z.string(),
  updated_at: z.string(),
  resolved_at: z.string().nullable(),
  resolution_notes: z.string().nullable(),
  assigned_to: teammate.nullable(),
  member: z
    .object({
      id: z.guid(),
      first_name: z.string(),
      last_initial: z.string(),
      phone: z.string().nullable(),
    })
    .nullable(),
  kiosk: z.object({ id: z.guid(), name: z.string() }).nullable(),
  conversation: z
    .object({
      id: z.guid(),
      started_at: z.string(),
      kiosk: z.string().nullable(),
      summary: z.string().nullable(),
      excerpt: z.array(z.object({ source: z.string(), text: z.string().nullable() })).nullable(),
    })
    .nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

export const alertListSchema = z.object({
  counts: z.object({ todo: z.number(), mine: z.number(), done: z.number(), dismissed: z.number() }),
  next_cursor: z.string().nullable(),
  rows: z.array(alertSchema),
  team: z.array(teammate),
});
export type AlertList = z.infer<typeof alertListSchema>;

/** What a person asks to be done with an alert. */
export const alertActionSchema = z.object({
  action: z.enum(['assign', 'resolve', 'dismiss', 'reopen']),
  assignee: z.guid().nullish(),
  notes: z.string().trim().max(2000).nullish(),
});
export type AlertAction = z.infer<typeof alertActionSchema>;
