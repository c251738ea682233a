import { cookies } from 'next/headers';
import { z } from 'zod';
import { withAnyone } from '@/lib/http/with-anyone';
import { locales } from '@/lib/i18n/locale';
import { themes } from '@/lib/theme';

const preferences = z.object({
  locale: z.enum(locales).optional(),
  theme: z.enum(themes).optional(),
  gym: z.guid().optional(),
});

const YEAR_SECONDS = 31_536_000;

/** Remembers in this browser: language, theme, and the gym whose dashboard is open. What the gym cookie names is checked at each read. */
export const POST = withAnyone(
  async ({ input }) => {
    const store = await cookies();
    for (const [name, value] of Object.entries(input)) {
      store.set(name, value, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
    }
    return new Response(null, { status: 204 });
  },
  { body: preferences },
);
