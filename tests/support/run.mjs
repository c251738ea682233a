import '../../supabase/local/cli/node-version.mjs';

await import('./run.ts');
