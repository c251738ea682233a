import { z } from 'zod';

/** What a call does wrong, on request; none of it happens unless it was asked for. */
const faults = z.strictObject({
  /** `POST /realtime/calls` is answered with this status. */
  refuse: z.union([z.literal(401), z.literal(429), z.literal(503)]).optional(),
  /** `answer`: the SDP is never answered. `events`: the call stands and says nothing. `response`: answers begin and never come. */
  stall: z.enum(['answer', 'events', 'response']).optional(),
  /** The call ends by itself: `hang_up` closes it, `vanish` just stops answering as a dead network does. */
  drop: z.enum(['hang_up', 'vanish']).optional(),
  /** When it ends: so long after the first answer began to sound. */
  drop_after_ms: z.int().min(0).default(600),
  /** The first `response.create` is answered by an `error` event with this code. */
  error: z.string().min(1).optional(),
  /** The first response fails because a limit was reached. */
  rate_limit: z.boolean().default(false),
  /** `none`: neither a transcript nor a failure is told. */
  transcription: z.literal('none').optional(),
  /** What was said in the first, second, … spoken turn. */
  transcripts: z.array(z.string().min(1)).default([]),
  /** Each answer sounds so much later than it could. */
  late_ms: z.int().min(0).max(30_000).default(0),
});

/** Body of `POST /v1/voice-peer/faults`. */
export const faultRule = faults.extend({
  /** Only calls whose instructions hold this text. */
  match: z.string().default(''),
  /** For so many calls. */
  times: z.int().min(1).default(1),
});

export type Faults = z.infer<typeof faults>;

/** The rules that wait for their calls; the oldest that fits a call is used for it. */
export class FaultRules {
  #rules: z.infer<typeof faultRule>[] = [];

  add(rule: z.infer<typeof faultRule>): void {
    this.#rules.push(rule);
  }

  clear(): void {
    this.#rules = [];
  }

  /** What the next call with these instructions does wrong. */
  take(instructions: string): Faults {
    const rule = this.#rules.find(({ match }) => instructions.includes(match));
    if (!rule) return faults.parse({});
    rule.times -= 1;
    if (rule.times === 0) this.#rules = this.#rules.filter((other) => other !== rule);
    const { match: _match, times: _times, ...found } = rule;
    return found;
  }
}
