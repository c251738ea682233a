import type { Facts } from './facts.ts';
import type { Coded } from './types.ts';

const plain = (code: string): Coded => ({ code, params: {} });

/** What the team had better do after a conversation, most pressing first; codes of the recommended actions. */
export function actionsOf(facts: Facts): Coded[] {
  const { score, topics, deeds, intents } = facts;
  const actions: Coded[] = [];
  if (deeds.includes('called')) actions.push(plain('go_to_entrance'));
  if (score <= -0.5) actions.push(plain('answer_feedback'));
  if (
    deeds.includes('reported') ||
    (score < 0 && topics.some((topic) => topic === 'equipment' || topic === 'showers'))
  )
    actions.push(plain('fix_equipment'));
  if (intents.includes('freeze_or_leave')) actions.push(plain('call_member'));
  if (score <= -0.5 && !intents.includes('freeze_or_leave')) actions.push(plain('greet_in_person'));
  return actions;
}
