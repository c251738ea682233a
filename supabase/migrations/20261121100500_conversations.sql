-- Conversations and what was said (rules P1, V2, V4, V5).

create table public.openai_realtime_sessions (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  kiosk_id uuid not null,
  scan_id uuid,
  member_id uuid,
  state text not null default 'created' check (state in ('created', 'active', 'closing', 'closed')),
  channel text not null default 'text' check (channel in ('voice', 'text')),
  language text not null check (language in ('fr', 'en', 'es')),
  model text,
  provider text not null default 'builtin' check (provider in ('openai', 'builtin')),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  end_reason text check (end_reason in (
    'goodbye', 'stop', 'silence', 'limit', 'replaced', 'revoked', 'page_closed', 'tab_lost'
  )),
  last_event_at timestamptz not null default now(),
  last_seq integer not null default 0 check (last_seq >= 0),
  events_version integer not null default 0 check (events_version >= 0),
  expires_at timestamptz not null,
  consent jsonb not null check (
    jsonb_typeof(consent -> 'talk') = 'boolean' and jsonb_typeof(consent -> 'analyse') = 'boolean'
    and jsonb_typeof(consent -> 'remember') = 'boolean'
  ),
  cost_usd numeric(20, 9) not null default 0 check (cost_usd >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id),
  check ((state = 'closed') = (ended_at is not null)),
  check ((ended_at is null) = (end_reason is null)),
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id),
  foreign key (scan_id, gym_id) references public.badge_scans (id, gym_id) on delete set null (scan_id),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete set null (member_id)
);
create unique index openai_realtime_sessions_open_key on public.openai_realtime_sessions (kiosk_id)
  where state <> 'closed';
create unique index openai_realtime_sessions_scan_key on public.openai_realtime_sessions (scan_id, gym_id);
create index openai_realtime_sessions_gym_id_started_at_idx
  on public.openai_realtime_sessions (gym_id, started_at desc);
create index openai_realtime_sessions_kiosk_id_gym_id_idx
  on public.openai_realtime_sessions (kiosk_id, gym_id, started_at desc);
create index openai_realtime_sessions_member_id_gym_id_idx
  on public.openai_realtime_sessions (member_id, gym_id, started_at desc);

-- Costs are not for the desk (rule T6), and everybody at a gym has the same database role.
grant select (
  id, gym_id, kiosk_id, scan_id, member_id, state, channel, language, model, provider, started_at, ended_at, end_reason,
  last_event_at, last_seq, events_version, expires_at, consent, created_at, updated_at
) on public.openai_realtime_sessions to authenticated;
alter table public.openai_realtime_sessions enable row level security;
create policy openai_realtime_sessions_select_team on public.openai_realtime_sessions for select to authenticated
  using (gym_id = any ((select private.conversation_gym_ids())::uuid[]));
create policy openai_realtime_sessions_mfa on public.openai_realtime_sessions as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger openai_realtime_sessions_touch before update on public.openai_realtime_sessions
  for each row execute function private.touch_updated_at();

comment on table public.openai_realtime_sessions is
  'A conversation at a kiosk, spoken or typed; a kiosk has one open at a time. member_id is null for a sister gym''s member.';
comment on column public.openai_realtime_sessions.consent is 'What the member agreed to for this conversation: talk, analyse, remember.';
comment on column public.openai_realtime_sessions.last_seq is 'The highest number of a member''s turn, said or announced at the close.';
comment on column public.openai_realtime_sessions.events_version is 'Grows with every event, so that an analysis of an older state is done again.';

create table public.conversation_events (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  session_id uuid not null,
  source text not null check (source in ('member', 'assistant', 'system')),
  seq integer not null check (seq >= 0),
  kind text not null check (kind in ('said', 'tool', 'consent')),
  text text check (length(text) <= 8000),
  payload jsonb not null default '{}'::jsonb check (jsonb_typeof(payload) = 'object'),
  at timestamptz not null default clock_timestamp(),
  received_at timestamptz not null default clock_timestamp(),
  unique (session_id, source, seq),
  foreign key (session_id, gym_id) references public.openai_realtime_sessions (id, gym_id) on delete cascade
);
create index conversation_events_session_id_gym_id_idx on public.conversation_events (session_id, gym_id, at);
create index conversation_events_gym_id_at_idx on public.conversation_events (gym_id, at desc);

grant select on public.conversation_events to authenticated;
alter table public.conversation_events enable row level security;
create policy conversation_events_select_transcript on public.conversation_events for select to authenticated
  using (gym_id = any ((select private.transcript_gym_ids())::uuid[]));
create policy conversation_events_mfa on public.conversation_events as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

comment on table public.conversation_events is
  'The transcript; written only for a conversation that may be analysed, so that nobody ever reads one that may not.';

alter table public.member_consents add foreign key (session_id, gym_id)
  references public.openai_realtime_sessions (id, gym_id) on delete set null (session_id);
create index member_consents_session_id_gym_id_idx on public.member_consents (session_id, gym_id);
alter table public.class_bookings add foreign key (session_id, gym_id)
  references public.openai_realtime_sessions (id, gym_id) on delete set null (session_id);
create index class_bookings_session_id_gym_id_idx on public.class_bookings (session_id, gym_id);

create table private.conversation_dialogs (
  session_id uuid primary key references public.openai_realtime_sessions (id) on delete cascade,
  state jsonb not null
);
alter table private.conversation_dialogs enable row level security;
create policy conversation_dialogs_nobody on private.conversation_dialogs to public using (false);
comment on table private.conversation_dialogs is 'Where an open conversation''s dialog stands; gone when it closes.';

create table private.conversation_turns (
  session_id uuid not null references public.openai_realtime_sessions (id) on delete cascade,
  seq integer not null check (seq >= 0),
  said_hash text,
  reply jsonb,
  primary key (session_id, seq)
);
alter table private.conversation_turns enable row level security;
create policy conversation_turns_nobody on private.conversation_turns to public using (false);
comment on table private.conversation_turns is
  'Answers of an open conversation, so that a message sent twice is answered once; gone when it closes.';

create table private.tool_calls (
  session_id uuid not null references public.openai_realtime_sessions (id) on delete cascade,
  tool_call_id text not null check (length(tool_call_id) between 1 and 100),
  tool text not null,
  arguments jsonb not null,
  outcome jsonb,
  created_at timestamptz not null default now(),
  primary key (session_id, tool_call_id)
);
alter table private.tool_calls enable row level security;
create policy tool_calls_nobody on private.tool_calls to public using (false);
comment on table private.tool_calls is 'What each tool call of a conversation was answered, so that it works once.';
