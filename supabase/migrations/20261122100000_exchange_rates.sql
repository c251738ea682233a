-- Dollars are also shown in euros, at a rate that has a day (rule V6).

create table private.exchange_rates (
  id uuid primary key default gen_random_uuid(),
  currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'USD'),
  day date not null,
  usd_per_unit numeric(12, 6) not null check (usd_per_unit between 0.2 and 5),
  source text not null check (source in ('delivered', 'person')),
  set_by uuid references public.users (id) on delete set null,
  set_at timestamptz not null default clock_timestamp()
);
comment on table private.exchange_rates is
  'US dollars for one unit of a currency, from a day on. Never changed: a correction is another row of that day, and the latest one counts.';
comment on column private.exchange_rates.source is 'delivered came with the product, a round figure to be replaced; person was entered by somebody.';
create index exchange_rates_currency_day_idx on private.exchange_rates (currency, day desc, set_at desc);
create index exchange_rates_set_by_idx on private.exchange_rates (set_by);
alter table private.exchange_rates enable row level security;
create policy exchange_rates_nobody on private.exchange_rates to public using (false);

-- No bank's rate of that day: the round figure that conversations are shown at until somebody enters one.
insert into private.exchange_rates (currency, day, usd_per_unit, source) values ('EUR', '2026-01-01', 1.17, 'delivered');
select private.attach_audit('private.exchange_rates');

create function private.rate_on(p_day date) returns private.exchange_rates
language sql stable security definer set search_path = ''
as $$
  select r.* from private.exchange_rates r
  where r.currency = 'EUR' and r.day <= p_day
  order by r.day desc, r.set_at desc, r.id desc limit 1
$$;
comment on function private.rate_on(date) is 'The rate of the euro that holds on a day; its columns are null where there is none yet.';

create function private.rate_json(p_rate private.exchange_rates) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select case when p_rate.id is not null then jsonb_build_object(
    'day', p_rate.day, 'usd_per_eur', p_rate.usd_per_unit, 'source', p_rate.source
  ) end
$$;
comment on function private.rate_json(private.exchange_rates) is '{day, usd_per_eur, source}; null without a rate.';

create function public.add_exchange_rate(p_day date, p_usd_per_eur numeric) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_platform();
  if p_day between '2020-01-01' and (now() at time zone 'Europe/Paris')::date is not true then
    perform private.refuse('invalid_input', 'day');
  elsif (p_usd_per_eur between 0.2 and 5 and scale(p_usd_per_eur) <= 6) is not true then
    perform private.refuse('invalid_input', 'usd_per_eur');
  end if;
  insert into private.exchange_rates (currency, day, usd_per_unit, source, set_by)
  values ('EUR', p_day, p_usd_per_eur, 'person', (select auth.uid()));
end $$;
comment on function public.add_exchange_rate(date, numeric) is
  'US dollars for a euro from a day on, or the correction of that day''s. Raises mfa_required, forbidden, invalid_input (day: from 2020 to today in Paris; usd_per_eur: 0.2 to 5, six decimals).';
grant execute on function public.add_exchange_rate(date, numeric) to authenticated;

create or replace function private.conversations_json(p_gym_id uuid, p_ids uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'started_at', s.started_at, 'ended_at', s.ended_at,
    'seconds', round(extract(epoch from coalesce(s.ended_at, now()) - s.started_at))::integer,
    'end_reason', s.end_reason, 'channel', s.channel, 'language', s.language, 'kiosk', k.name,
    'member', case when m.id is not null then jsonb_build_object(
      'id', m.id, 'first_name', m.first_name, 'last_initial', left(m.last_name, 1)
    ) end,
    'status', coalesce(q.status, 'none'),
    'summary', case when reader.hears then q.summary_text end,
    'topics', to_jsonb(coalesce(q.key_topics, '{}')), 'mood', q.sentiment_label, 'score', q.sentiment_score,
    'emotion', q.emotion_detected, 'intents', to_jsonb(coalesce(q.intents_detected, '{}')), 'provider', q.provider,
    'needs_review', coalesce(q.needs_review, false),
    'cost_usd', case when reader.hears and s.connected_at is not null then s.cost_usd end,
    'cost_eur', case when reader.hears and s.connected_at is not null then round(s.cost_usd / rate.usd_per_unit, 9) end,
    'rate_day', case when reader.hears and s.connected_at is not null then rate.day end
  ) order by wanted.place), '[]')
  from (
    select p_gym_id = any (private.conversation_gym_ids()) as lists,
      p_gym_id = any (private.transcript_gym_ids()) as hears
  ) reader
  cross join unnest(p_ids) with ordinality as wanted (id, place)
  join public.openai_realtime_sessions s on s.id = wanted.id and s.gym_id = p_gym_id
  join public.gyms g on g.id = s.gym_id
  cross join lateral private.rate_on((s.started_at at time zone g.timezone)::date) rate
  join public.kiosks k on k.id = s.kiosk_id
  left join public.gym_members_v2 m on m.id = s.member_id
  left join public.conversation_summaries q on q.session_id = s.id
  where reader.lists
$$;
comment on function private.conversations_json(uuid, uuid[]) is
  'Rows of list_conversations in the order of the ids; summary and cost (US dollars, and euros at the rate of rate_day, of a spoken conversation) only for those who read transcripts.';
