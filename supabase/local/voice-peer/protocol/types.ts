import type {
  ConversationItem,
  RealtimeClientEvent,
  RealtimeServerEvent,
  RealtimeSessionCreateRequest,
} from 'openai/resources/realtime/realtime';

type Without<Event, Name extends string> = Event extends unknown ? Omit<Event, Name> : never;

/** An event to the browser; its id is given when it is sent. */
export type Outgoing = Without<RealtimeServerEvent, 'event_id'>;
export type Incoming = RealtimeClientEvent;
export type Item = ConversationItem;
export type SessionConfig = RealtimeSessionCreateRequest;
export type Send = (event: Outgoing) => void;

/** What the API refuses, in the words of its error object. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly code: string | null;
  readonly param: string | null;

  constructor(
    message: string,
    {
      status = 400,
      type = 'invalid_request_error',
      code = null,
      param = null,
    }: { status?: number; type?: string; code?: string | null; param?: string | null } = {},
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.param = param;
  }
}
