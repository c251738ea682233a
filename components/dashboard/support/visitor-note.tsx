import { getTranslations } from 'next-intl/server';
import type { Visitor } from '@/lib/auth/actor';
import type { Format } from '@/lib/utils/format';

/** Tells a customer that somebody of the platform is looking at their data just now (rule S1). */
export async function VisitorNote({ visitors, format }: { visitors: Visitor[]; format: Format }) {
  const t = await getTranslations('support.visitor');
  return visitors.map((visitor) => (
    <p
      key={`${visitor.name}${visitor.expires_at}`}
      role="note"
      className="border-b border-line bg-sunken px-4 py-2.5 text-label md:px-8 print:hidden"
    >
      {t(visitor.may_write ? 'writes' : 'reads', {
        name: visitor.name,
        time: format.time(visitor.expires_at),
      })}
    </p>
  ));
}
