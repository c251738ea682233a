-- What a spoken conversation leaves beside its transcript: calls, one-time tokens, claims of usage (rules V1 to V4).

alter table public.openai_realtime_sessions
  add column call_id text check (length(call_id) between 1 and 200),
  add column connected_at timestamptz,
  add column tokens jsonb not null default '{}' check (jsonb_typeof(tokens) = 'object'),
  add column price_ids bigint[] not null default '{}',
  add column usage_usd numeric(20, 9) not null default 0 check (usage_usd >= 0),
  add column reserved_usd numeric(20, 9) not null default 0 check (reserved_usd >= 0),
  add column last_voice_seq integer not null default 0 check (last_voice_seq >= 0),
  add column transcription_model text,
  add column transcribed integer not null default 0 check (transcribed >= 0),
  add column untranscribed integer not null default 0 check (untranscribed >= 0);
comment on column public.openai_realtime_sessions.call_id is 'The latest call, as its provider names it.';
comment on column public.openai_realtime_sessions.connected_at is 'When the first call connected; null for a conversation that was only typed.';
comment on column public.openai_realtime_sessions.tokens is 'What was used, {modality: tokens or minutes}, as the browser claims it.';
comment on column public.openai_realtime_sessions.price_ids is 'Rows of private.ai_model_prices that this conversation is charged by.';
comment on column public.openai_realtime_sessions.usage_usd is 'Sum of the claims; cost_usd is never less than the floor of the wall clock.';
comment on column public.openai_realtime_sessions.reserved_usd is 'Held of the month''s budget while it is open, its cost so far included; 0 once closed.';
comment on column public.openai_realtime_sessions.last_voice_seq is 'Every spoken event up to this number is in, or announced at the close.';
comment on column public.openai_realtime_sessions.transcribed is 'Turns of the member that became text; untranscribed are those that did not.';

-- No setting of a kiosk had reached a voice before.
alter table public.kiosks alter column voice_model set default 'marin';
update public.kiosks k set voice_model = 'marin' where k.voice_model = 'alloy';

create table private.call_tokens (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  session_id uuid not null references public.openai_realtime_sessions (id) on delete cascade,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index call_tokens_session_id_idx on private.call_tokens (session_id);
alter table private.call_tokens enable row level security;
create policy call_tokens_nobody on private.call_tokens to public using (false);
comment on table private.call_tokens is 'One-time tokens for one call of one conversation; those that nobody used are gone when it closes.';

create table private.voice_calls (
  call_id text primary key check (length(call_id) between 1 and 200),
  session_id uuid references public.openai_realtime_sessions (id) on delete set null,
  began_at timestamptz not null default now(),
  end_wanted_at timestamptz,
  next_try_at timestamptz not null default now(),
  attempts integer not null default 0,
  ended_at timestamptz,
  error_code text check (length(error_code) <= 100)
);
create index voice_calls_session_id_idx on private.voice_calls (session_id);
create index voice_calls_to_end_idx on private.voice_calls (next_try_at) where end_wanted_at is not null and ended_at is null;
alter table private.voice_calls enable row level security;
create policy voice_calls_nobody on private.voice_calls to public using (false);
comment on table private.voice_calls is 'Calls at the provider; one whose end is wanted is hung up until that is confirmed, also when its conversation was erased. Kept 30 days.';

create table private.voice_events (
  session_id uuid not null references public.openai_realtime_sessions (id) on delete cascade,
  seq integer not null check (seq between 1 and 10000),
  kind text not null check (kind in ('turn', 'usage', 'transcription', 'timing')),
  at timestamptz not null,
  name text check (name in ('ready', 'first_sound', 'barge_in')),
  ms integer check (ms between 0 and 999999),
  primary key (session_id, seq)
);
alter table private.voice_events enable row level security;
create policy voice_events_nobody on private.voice_events to public using (false);
comment on table private.voice_events is 'Which spoken events are in, so that each counts once; what was said is not here.';

create table private.voice_usage (
  session_id uuid not null references public.openai_realtime_sessions (id) on delete cascade,
  kind text not null check (kind in ('response', 'transcription')),
  key text not null check (length(key) between 1 and 100),
  model text not null,
  used jsonb not null check (jsonb_typeof(used) = 'object'),
  cost_usd numeric(20, 9) not null check (cost_usd >= 0),
  reported_at timestamptz not null default now(),
  primary key (session_id, kind, key)
);
create index voice_usage_reported_at_idx on private.voice_usage (reported_at);
alter table private.voice_usage enable row level security;
create policy voice_usage_nobody on private.voice_usage to public using (false);
comment on table private.voice_usage is 'A claim of usage, once for each response or transcribed turn, with its cost at the pinned prices (rule V3).';
