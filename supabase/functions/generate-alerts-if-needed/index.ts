import { withSecret } from '../_shared/with-secret.ts';
import { generateAlertsIfNeeded } from './handler.ts';

Deno.serve(withSecret(Deno.env, generateAlertsIfNeeded));
