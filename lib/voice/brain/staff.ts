import { quote } from './format.ts';
import { ask, type Draft, failure, runTool, type Turn } from './turn.ts';
import type { StaffReason } from './types.ts';

/** Calls the team and says whether somebody comes; `said` replaces the usual sentence when somebody does. */
export async function callStaff(turn: Turn, reason: StaffReason, said?: string): Promise<Draft> {
  const outcome = await runTool(turn, 'call_staff', { reason, text: quote(turn.text) });
  if (!outcome.ok) return failure(turn, outcome);
  const { result } = outcome;
  const { say } = turn;
  const text =
    result.status === 'nobody_on_duty' && reason !== 'medical' ? say.staffNobody : (said ?? say.staffCalled);
  return { text, chips: [say.chips.bye] };
}

/** Tells what the badge alone does not allow and offers the team. */
export function offerStaff(turn: Turn, text: string, reason: StaffReason): Draft {
  return ask(
    turn,
    text,
    { kind: 'confirm_staff', reason, text: quote(turn.text) },
    turn.say.chips.yes,
    turn.say.chips.noThanks,
  );
}
