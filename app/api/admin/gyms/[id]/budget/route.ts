import { gymBudgetSchema, setGymBudget } from '@/lib/costs';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Sets what a gym's voice may cost in a month, or takes that away. */
export const PUT = withPlatformAdmin<typeof gymBudgetSchema, { id: string }>(
  async ({ db, input, params }) => {
    await setGymBudget(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'costs.manage', body: gymBudgetSchema },
);
