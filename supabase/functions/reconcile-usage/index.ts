import { withSecret } from '../_shared/with-secret.ts';
import { adminOf, reconcileUsage } from './handler.ts';

Deno.serve(withSecret(Deno.env, (_body, db) => reconcileUsage(db, adminOf(Deno.env), console.error)));
