import { ensureBuild } from '../../supabase/local/cli/build.ts';
import { main } from '../../supabase/local/cli/main.ts';

await main(() => ensureBuild(true));
process.exit(0);
