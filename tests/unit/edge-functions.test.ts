import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const names = readdirSync('supabase/functions').filter((name) => !name.startsWith('_'));
const config = readFileSync('supabase/config.toml', 'utf8');

describe.each(names)('the Edge Function %s', (name) => {
  const index = readFileSync(`supabase/functions/${name}/index.ts`, 'utf8');

  it('is served through the one wrapper that asks for the secret', () => {
    expect(index).toMatch(/^import \{ withSecret \} from '\.\.\/_shared\/with-secret\.ts';$/m);
    expect(index.match(/Deno\.serve\(/g)).toEqual(['Deno.serve(']);
    expect(index).toContain('Deno.serve(withSecret(Deno.env, ');
  });

  it('is not asked for a legacy JWT by the gateway', () => {
    expect(config).toContain(`[functions.${name}]\nverify_jwt = false\n`);
  });
});
