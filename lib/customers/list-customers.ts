import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { CustomerFilter } from './filter';
import { type Customer, type CustomersPage, customersPageSchema } from './schemas';

export const CUSTOMERS_PER_PAGE = 50;

/**
 * A page of all customers, franchises and gyms on their own, with the plans, the open drafts, and in full the one
 * that is `open`. Throws `forbidden` for anybody but the platform's own people, `invalid_input` for a foreign cursor.
 */
export function listCustomers(
  db: UserClient,
  filter: CustomerFilter,
  open?: string,
  limit = CUSTOMERS_PER_PAGE,
): Promise<CustomersPage> {
  const args = {
    p_search: filter.search ?? null,
    p_state: filter.state ?? null,
    p_plan: filter.plan ?? null,
    p_kind: filter.kind ?? null,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
    p_open_id: open ?? null,
  };
  return callRpc(db, 'list_customers', args, customersPageSchema);
}

/** All customers of a filter, a page at a time. */
export async function* everyCustomer(db: UserClient, filter: CustomerFilter): AsyncGenerator<Customer[]> {
  let cursor: string | undefined;
  do {
    const page = await listCustomers(db, { ...filter, cursor }, undefined, 100);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}
