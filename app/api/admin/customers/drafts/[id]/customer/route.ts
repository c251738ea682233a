import { z } from 'zod';
import { createCustomer } from '@/lib/customers';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

const nothing = z.object({});

/** Makes the customer of a draft: {id}. Asked twice, it is one customer. */
export const POST = withPlatformAdmin<typeof nothing, { id: string }>(
  async ({ db, params }) =>
    Response.json({ id: await createCustomer(db, pathId(params.id)) }, { status: 201 }),
  { permission: 'customers.manage', body: nothing },
);
