import type { DraftAnswers, DraftStep } from '@/lib/customers';

/** Answers as the form holds them: texts, empty where nothing is said. */
export type Answers = Record<string, string>;

type Answer = keyof DraftAnswers;

/** What each step asks; the customer's own city is the gym's where it is on its own. */
export const answersOf: Record<DraftStep, Answer[]> = {
  customer: ['kind', 'name', 'city', 'language'],
  plan: ['plan', 'trial_ends_on'],
  owner: ['owner_name', 'owner_email', 'owner_language'],
  gym: ['gym_name', 'gym_city', 'gym_language', 'timezone'],
  kiosk: ['kiosk_name', 'kiosk_place'],
  summary: [],
};

/** The step that asks for an answer. */
export const stepOf = (answer: string): DraftStep | undefined =>
  (Object.keys(answersOf) as DraftStep[]).find((step) => answersOf[step].includes(answer as Answer));

const franchiseOnly = new Set(['gym_name', 'gym_city']);
const optional = new Set(['trial_ends_on', 'kiosk_name', 'kiosk_place']);

/** The answers of a step that are asked of this kind of customer. */
export const askedAt = (step: DraftStep, kind: string | undefined): Answer[] =>
  answersOf[step].filter((answer) => kind !== 'gym' || !franchiseOnly.has(answer));

/** The answers of a step that are still to be given. */
export const missingAt = (step: DraftStep, answers: Answers): Answer[] =>
  askedAt(step, answers.kind).filter((answer) => !optional.has(answer) && !answers[answer]?.trim());
