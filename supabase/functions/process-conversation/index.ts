import { provider } from '../_shared/analysis/provider.ts';
import { withSecret } from '../_shared/with-secret.ts';
import { processConversations } from './handler.ts';

Deno.serve(withSecret(Deno.env, (_body, db) => processConversations(db, provider)));
