import { withSecret } from '../_shared/with-secret.ts';
import { endSessions, requireProvider } from './handler.ts';

Deno.serve(withSecret(Deno.env, (_body, db) => endSessions(db, requireProvider(Deno.env, console.error))));
