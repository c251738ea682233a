import Link from 'next/link';
import { SiteFrame } from './site-frame';

/** A legal text: what it is about and its date on the left, its sections on the right. */
export function LegalText({
  title,
  lead,
  version,
  sections,
  operator,
  other,
}: {
  title: string;
  lead: string;
  version: string;
  sections: { key: string; title: string; text: string }[];
  /** What whoever runs an installation has to add. */
  operator: string;
  other: { label: string; title: string; href: string };
}) {
  return (
    <SiteFrame>
      <main className="grid grid-cols-[minmax(0,1fr)] content-start gap-x-24 gap-y-10 pt-6 pb-16 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] lg:pt-24 print:pt-0">
        <div className="grid content-start gap-4 lg:sticky lg:top-12 lg:self-start">
          <h1 className="text-title text-balance lg:text-title-2">{title}</h1>
          <p className="text-head font-normal text-ink-2">{lead}</p>
          <p className="text-label text-ink-3">{version}</p>
          <p className="mt-4 border-t border-line-strong pt-3 text-ink-2 print:hidden">
            {other.label}{' '}
            <Link href={other.href} className="link text-ink">
              {other.title}
            </Link>
          </p>
        </div>
        <div className="max-w-[42rem]">
          {sections.map((section) => (
            <section
              key={section.key}
              className="grid gap-1.5 border-t border-line py-5 first:border-0 first:pt-0"
            >
              <h2 className="text-head">{section.title}</h2>
              <p className="text-[0.9375rem] leading-6 text-ink-2">{section.text}</p>
            </section>
          ))}
          <p className="border-t border-line-strong pt-5 text-ink-2">{operator}</p>
        </div>
      </main>
    </SiteFrame>
  );
}
