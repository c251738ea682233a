import { withSecret } from '../_shared/with-secret.ts';
import { updateMemberAnalytics } from './handler.ts';

Deno.serve(withSecret(Deno.env, updateMemberAnalytics));
