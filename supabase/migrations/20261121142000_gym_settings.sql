-- What a gym decides for itself: days that are not like their weekday, words of its kiosk and of the questions asked
-- there, how long things are kept and when an alert is due.

create function private.int_between(p_value jsonb, p_least integer, p_most integer) returns boolean
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_typeof(p_value) = 'number' and (p_value)::numeric between p_least and p_most
    and (p_value)::numeric % 1 = 0, false)
$$;
comment on function private.int_between(jsonb, integer, integer) is 'Whether a JSON value is a whole number within bounds.';

create function private.retention_fits(p_retention jsonb) returns boolean
language sql immutable set search_path = ''
as $$
  select jsonb_typeof(p_retention) = 'object'
    and p_retention - '{transcripts_days,conversations_months,counts_months,scans_months,deleted_days}'::text[] = '{}'
    and private.int_between(p_retention -> 'transcripts_days', 1, 90)
    and private.int_between(p_retention -> 'conversations_months', 1, 6)
    and private.int_between(p_retention -> 'counts_months', 1, 24)
    and private.int_between(p_retention -> 'scans_months', 1, 12)
    and private.int_between(p_retention -> 'deleted_days', 1, 30)
    and (p_retention ->> 'counts_months')::numeric >= (p_retention ->> 'conversations_months')::numeric
$$;
comment on function private.retention_fits(jsonb) is
  'Whether each duration is there and none is longer than rule P8 allows; counts outlive the conversations they come from.';

create function private.thresholds_fit(p_thresholds jsonb) returns boolean
language sql immutable set search_path = ''
as $$
  select jsonb_typeof(p_thresholds) = 'object'
    and p_thresholds - '{absent_days,risk_alert,negative_sentiment}'::text[] = '{}'
    and private.int_between(p_thresholds -> 'absent_days', 7, 60)
    and private.int_between(p_thresholds -> 'risk_alert', 40, 90)
    and coalesce(jsonb_typeof(p_thresholds -> 'negative_sentiment') = 'number'
      and (p_thresholds ->> 'negative_sentiment')::numeric between -1 and -0.3
      and scale(trim_scale((p_thresholds ->> 'negative_sentiment')::numeric)) <= 2, false)
$$;
comment on function private.thresholds_fit(jsonb) is
  'Whether each threshold is there and sane: absent_days 7 to 60, risk_alert 40 to 90 points, negative_sentiment -1.00 to -0.30.';

create function private.kiosk_messages_fit(p_messages jsonb) returns boolean
language sql immutable set search_path = ''
as $$
  select jsonb_typeof(p_messages) = 'object' and p_messages - '{fr,en,es}'::text[] = '{}'
    and not exists (
      select from jsonb_each(p_messages) as spoken
      where jsonb_typeof(spoken.value) <> 'object'
        or spoken.value - '{attract,closed,maintenance,welcome}'::text[] <> '{}'
        or exists (
          select from jsonb_each(case jsonb_typeof(spoken.value) when 'object' then spoken.value else '{}' end) as line
          where jsonb_typeof(line.value) <> 'string'
            or char_length(line.value #>> '{}') not between 1 and case line.key when 'attract' then 40 else 120 end
            or line.value #>> '{}' ~ '[[:cntrl:]<>]' or line.value #>> '{}' <> btrim(line.value #>> '{}')
        )
    )
$$;
comment on function private.kiosk_messages_fit(jsonb) is
  'Whether these are plain lines {fr, en, es: {attract (40), closed, maintenance, welcome (120 characters)}}; what is missing is JARVIS''s own.';

alter table public.gyms
  add column country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
  add column region text check (region ~ '^[A-Z0-9]{1,6}$'),
  add column kiosk_messages jsonb not null default '{}',
  add column retention jsonb not null default
    '{"transcripts_days": 90, "conversations_months": 6, "counts_months": 24, "scans_months": 12, "deleted_days": 30}',
  add column thresholds jsonb not null default '{"absent_days": 14, "risk_alert": 70, "negative_sentiment": -0.5}';
create function private.check_gym_settings() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not private.kiosk_messages_fit(new.kiosk_messages) then
    perform private.refuse('invalid_input', 'kiosk_messages');
  elsif not private.retention_fits(new.retention) then
    perform private.refuse('invalid_input', 'retention');
  elsif not private.thresholds_fit(new.thresholds) then
    perform private.refuse('invalid_input', 'thresholds');
  end if;
  return new;
end $$;
comment on function private.check_gym_settings() is
  'Row trigger instead of checks: whoever may update another column of a gym needs no right to these functions.';

create trigger gyms_check_settings before insert or update of kiosk_messages, retention, thresholds on public.gyms
  for each row execute function private.check_gym_settings();

comment on column public.gyms.country is 'ISO 3166-1: whose public holidays are proposed.';
comment on column public.gyms.region is 'Part of the country that has holidays of its own, as in ISO 3166-2 without the country.';
comment on column public.gyms.kiosk_messages is 'The gym''s own lines {language: {attract, closed, maintenance, welcome}}; without one the kiosk says JARVIS''s.';
comment on column public.gyms.retention is
  'How long things are kept (rule P8, shorter allowed): transcripts_days, conversations_months, counts_months, scans_months, deleted_days.';
comment on column public.gyms.thresholds is
  'When rule_v1 and the alerts speak up: absent_days (more than), risk_alert (points, from), negative_sentiment (at most).';

-- Days that are not like their weekday

create table public.gym_hours_exceptions (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  local_date date not null,
  is_closed boolean not null,
  open text check (open ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  close text check (close ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  label text check (char_length(btrim(label)) between 1 and 60 and label !~ '[[:cntrl:]]'),
  source text not null default 'own' check (source in ('holiday', 'own')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id),
  unique (gym_id, local_date),
  constraint gym_hours_exceptions_hours check (
    case when is_closed then num_nonnulls(open, close) = 0 else num_nonnulls(open, close) in (0, 2) end
    and (open <> close) is not false
  )
);
comment on table public.gym_hours_exceptions is
  'A day of the gym: closed, open at other hours (closing at or before opening means after midnight), or with neither as usual, said once and for all.';

grant select on public.gym_hours_exceptions to authenticated;
alter table public.gym_hours_exceptions enable row level security;
create policy gym_hours_exceptions_select on public.gym_hours_exceptions for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy gym_hours_exceptions_mfa on public.gym_hours_exceptions as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger gym_hours_exceptions_touch before update on public.gym_hours_exceptions
  for each row execute function private.touch_updated_at();
select private.attach_audit('public.gym_hours_exceptions');

-- What a member was asked, word for word: a consent names version and language

create table public.consent_texts (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  purpose text not null check (purpose in ('talk', 'analyse', 'remember', 'health')),
  language text not null check (language in ('fr', 'en', 'es')),
  version text not null check (length(version) between 1 and 40),
  text text not null check (char_length(btrim(text)) between 20 and 160 and text !~ '[[:cntrl:]<>]'),
  asks_again boolean not null default false,
  valid_from timestamptz not null default clock_timestamp(),
  unique (id, gym_id),
  unique (gym_id, purpose, version, language)
);
comment on table public.consent_texts is
  'What the gym says under each question about consent; rows are only added, the newest version of a purpose is in force. Without one, JARVIS''s own text.';
comment on column public.consent_texts.asks_again is 'Whoever agreed to an older version is asked again.';

grant select on public.consent_texts to authenticated;
alter table public.consent_texts enable row level security;
create policy consent_texts_select on public.consent_texts for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy consent_texts_mfa on public.consent_texts as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

select private.attach_audit('public.consent_texts');

alter table public.member_consents drop constraint member_consents_purpose_check;
alter table public.member_consents add constraint member_consents_purpose_check
  check (purpose in ('talk', 'analyse', 'remember', 'health'));
comment on column public.member_consents.purpose is
  'talk, analyse, remember: asked at the kiosk; health: words and facts about health, asked by the team.';
