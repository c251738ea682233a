import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { env } from '@/lib/env';
import { backendFetch } from './backend-fetch';
import type { Database } from './database.types';

/**
 * Client of the server itself; bypasses row level security. Only the modules that the lint rule lists may import this,
 * and kiosk routes may only call `rpc` on it (rule T5).
 */
export function adminClient() {
  const { SUPABASE_URL, SUPABASE_SECRET_KEY } = env();
  return createClient<Database>(SUPABASE_URL, SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: backendFetch },
  });
}
