import { CircleCheck, CircleDashed, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const shapes = {
  good: { Shape: CircleCheck, tone: 'text-good' },
  watch: { Shape: TriangleAlert, tone: 'text-watch' },
  act: { Shape: OctagonX, tone: 'text-act' },
  open: { Shape: CircleDashed, tone: 'text-ink-3' },
};
export type CheckState = keyof typeof shapes;

/** One thing that was checked: what it is, how it is in words, and what there is to do. */
export function CheckRow({
  state,
  name,
  says,
  detail,
  children,
}: {
  state: CheckState;
  name: string;
  says: string;
  detail?: string | undefined;
  children?: ReactNode;
}) {
  const { Shape, tone } = shapes[state];
  return (
    <li className="flex min-h-50 wide:min-h-38 wide:py-3 items-center gap-8 border-t border-line py-5">
      <Shape aria-hidden size="3.25rem" strokeWidth={1.6} className={`shrink-0 ${tone}`} />
      <div className="min-w-0 grow">
        <h2 className="text-help text-ink-3">{name}</h2>
        <p aria-live="polite" className="mt-1 text-chip leading-[1.2] text-pretty">
          {says}
        </p>
        {detail && <p className="mt-1 text-help text-ink-2 text-pretty">{detail}</p>}
      </div>
      {children && <div className="flex shrink-0 gap-4">{children}</div>}
    </li>
  );
}
