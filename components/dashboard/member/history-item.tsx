import {
  AudioLines,
  BadgeCheck,
  Bell,
  BellOff,
  CalendarCheck,
  CalendarX,
  DoorOpen,
  FileText,
  type LucideIcon,
  MessageSquare,
  PenLine,
  Phone,
  UserPlus,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { AlertVoice } from '@/components/dashboard/alerts/alert-words';
import type { HistoryLine } from '@/lib/member';
import {
  AlertLine,
  BookingLine,
  ChangeLine,
  ConsentLine,
  ConversationLine,
  VisitLine,
} from './history-lines';
import { NoteLine } from './note-line';

const icons: Record<HistoryLine['kind'], LucideIcon> = {
  visits: DoorOpen,
  conversation: AudioLines,
  booking: CalendarCheck,
  booking_cancelled: CalendarX,
  alert: Bell,
  alert_closed: BellOff,
  note: FileText,
  call: Phone,
  message: MessageSquare,
  visit: Users,
  consents: BadgeCheck,
  edited: PenLine,
  created: UserPlus,
};

/** A line of the history: its day, what kind it is, and what happened. */
export function HistoryItem({
  line,
  voice,
  mayRead,
}: {
  line: HistoryLine;
  voice: AlertVoice;
  mayRead: boolean;
}) {
  const Icon = icons[line.kind];
  const { format } = voice;
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2.5 sm:grid-cols-[6rem_1.25rem_minmax(0,1fr)]">
      <time
        dateTime={line.at}
        title={format.exact(line.at)}
        className="text-label leading-5 text-ink-2 max-sm:col-start-2"
      >
        {format.shortDate(line.at)}
      </time>
      <span className="grid h-5 items-center justify-center text-ink-3 max-sm:col-start-1 max-sm:row-start-1">
        <Icon size={15} strokeWidth={1.6} aria-hidden />
      </span>
      <div className="min-w-0 max-sm:col-start-2">{contentOf(line, voice, mayRead)}</div>
    </li>
  );
}

function contentOf(line: HistoryLine, voice: AlertVoice, mayRead: boolean): ReactNode {
  switch (line.kind) {
    case 'visits':
      return <VisitLine line={line} format={voice.format} />;
    case 'conversation':
      return <ConversationLine line={line} voice={voice} mayRead={mayRead} />;
    case 'booking':
    case 'booking_cancelled':
      return <BookingLine line={line} format={voice.format} />;
    case 'alert':
    case 'alert_closed':
      return <AlertLine line={line} voice={voice} />;
    case 'note':
    case 'call':
    case 'message':
    case 'visit':
      return <NoteLine id={line.id} kind={line.kind} data={line.data} />;
    case 'consents':
      return <ConsentLine line={line} />;
    case 'edited':
    case 'created':
      return <ChangeLine line={line} />;
  }
}
