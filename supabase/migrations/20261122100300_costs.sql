-- What voices cost this month, for the platform and for those who run a gym (rule T6), and the budget of a gym.

create function private.cost_gym_ids() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(gym_id), '{}') from private.my_gyms
    where role in ('gym_manager', 'franchise_owner', 'super_admin')
  );
end $$;
comment on function private.cost_gym_ids() is 'Gyms whose costs the caller reads: their own as a manager, the franchise''s as its owner, all for the platform.';

create function private.month_costs(p_gym_ids uuid[] default null)
returns table (gym_id uuid, day date, conversations bigint, usd numeric, eur numeric)
language plpgsql stable security definer set search_path = ''
as $$
begin
  return query
  with spent as materialized (
    select s.gym_id, (s.started_at at time zone g.timezone)::date as day,
      count(*) filter (where s.connected_at is not null) as conversations, sum(s.cost_usd) as usd
    from public.gyms g
    join public.openai_realtime_sessions s on s.gym_id = g.id and s.started_at >= private.month_start(g.timezone)
    where p_gym_ids is null or g.id = any (p_gym_ids)
    group by 1, 2
  ),
  rates as materialized (
    select days.day, rate.usd_per_unit from (select distinct t.day from spent t) days cross join lateral private.rate_on(days.day) rate
  )
  select t.gym_id, t.day, t.conversations, t.usd, t.usd / r.usd_per_unit from spent t join rates r on r.day = t.day;
end $$;
comment on function private.month_costs(uuid[]) is
  'Spoken conversations of this month by gym and day of the gym, in dollars and at the day''s rate; eur is null on a day without one. The caller has checked the gyms; null are all.';

create function private.all_or_none(p_count bigint, p_known bigint, p_sum numeric) returns numeric
language sql immutable set search_path = ''
as $$ select case when p_count = p_known then round(coalesce(p_sum, 0), 9) end $$;
comment on function private.all_or_none(bigint, bigint, numeric) is 'A sum in euros; null when a part of it has no rate, since the rest would look like all.';

create function public.list_costs(
  p_search text default null, p_view text default 'all', p_sort text default 'spent', p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  pattern text := private.like_pattern(p_search);
  after_place jsonb := private.read_cursor(p_cursor, 'costs-' || p_sort);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
begin
  perform private.require_platform();
  if p_view in ('all', 'spending', 'near') is not true then
    perform private.refuse('invalid_input', 'view');
  elsif p_sort in ('spent', 'share', 'name') is not true then
    perform private.refuse('invalid_input', 'sort');
  end if;
  return (
    with daily as materialized (select * from private.month_costs()),
    gym_costs as materialized (
      select d.gym_id, sum(d.conversations) as conversations, sum(d.usd) as usd,
        private.all_or_none(count(*), count(d.eur), sum(d.eur)) as eur
      from daily d group by d.gym_id
    ),
    known as materialized (
      select g.id, g.name, g.franchise_id, f.name as franchise_name, coalesce(f.subscription_plan, g.subscription_plan) as plan,
        coalesce(c.conversations, 0) as conversations, coalesce(c.usd, 0) as usd,
        case when c.gym_id is null then 0 else c.eur end as eur, b.usd as budget,
        sum(coalesce(c.usd, 0)) over (partition by coalesce(g.franchise_id, g.id)) as customer_usd
      from public.gyms g
      left join public.franchises f on f.id = g.franchise_id
      left join gym_costs c on c.gym_id = g.id
      left join private.voice_budgets b on b.gym_id = g.id
    ),
    limited as materialized (
      -- Of the gym's own budget and the customer's the nearer one, as the reservation holds both.
      select k.*, nearest.kind, nearest.used, nearest.most, nearest.share
      from known k
      left join private.plans p on p.plan = k.plan
      left join lateral (
        select o.kind, o.used, o.most, case when o.most = 0 then 1 else o.used / o.most end as share
        from (values ('gym', k.usd, k.budget), ('plan', k.customer_usd, p.budget_usd)) as o (kind, used, most)
        where o.most is not null order by share desc, o.kind limit 1
      ) nearest on true
    ),
    chosen as materialized (
      select l.*, private.fold(l.name) collate "C" as sort_text,
        case p_sort when 'spent' then -l.usd when 'share' then -coalesce(l.share, -1) else 0 end as sort_number
      from limited l
      where (p_view = 'all' or (p_view = 'spending' and l.usd > 0) or (p_view = 'near' and l.share >= 0.8))
        and (pattern = '%%' or private.fold(concat_ws(' ', l.name, l.franchise_name)) like pattern)
    ),
    page as materialized (
      select c.*, row_number() over (order by c.sort_number, c.sort_text, c.id) as place
      from chosen c
      where after_place is null or (c.sort_number, c.sort_text, c.id)
        > ((after_place ->> 'number')::numeric, (after_place ->> 'text') collate "C", (after_place ->> 'id')::uuid)
      order by c.sort_number, c.sort_text, c.id
      limit size + 1
    )
    select jsonb_build_object(
      'total', (select count(*) from chosen),
      'counts', (
        select jsonb_build_object('all', count(*), 'spending', count(*) filter (where l.usd > 0),
          'near', count(*) filter (where l.share >= 0.8))
        from limited l
      ),
      'month', (
        select jsonb_build_object('conversations', coalesce(sum(d.conversations), 0), 'usd', coalesce(sum(d.usd), 0),
          'eur', private.all_or_none(count(*), count(d.eur), sum(d.eur)))
        from daily d
      ),
      'days', (
        select coalesce(jsonb_agg(jsonb_build_object('day', o.day, 'conversations', o.conversations, 'usd', o.usd, 'eur', o.eur)
          order by o.day), '[]')
        from (
          select d.day, sum(d.conversations) as conversations, sum(d.usd) as usd,
            private.all_or_none(count(*), count(d.eur), sum(d.eur)) as eur
          from daily d group by d.day
        ) o
      ),
      'rate', private.rate_json(private.rate_on((now() at time zone 'Europe/Paris')::date)),
      'alerts', (
        select coalesce(jsonb_agg(private.platform_alert_json(a) order by a.raised_at desc, a.id), '[]')
        from (select * from private.platform_alerts o where o.resolved_at is null order by o.raised_at desc limit 20) latest
        join private.platform_alerts a on a.id = latest.id
      ),
      'next_cursor', (
        select private.write_cursor('costs-' || p_sort, l.sort_number, l.sort_text, l.id)
        from page l where l.place = size and exists (select from page n where n.place > size)
      ),
      'rows', coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'name', p.name, 'plan', p.plan,
        'franchise', case when p.franchise_id is not null then jsonb_build_object('id', p.franchise_id, 'name', p.franchise_name) end,
        'conversations', p.conversations, 'usd', p.usd, 'eur', p.eur, 'customer_usd', p.customer_usd,
        'limit', case when p.kind is not null then
          jsonb_build_object('kind', p.kind, 'used', p.used, 'most', p.most, 'share', round(p.share, 4)) end
      ) order by p.place) filter (where p.place <= size), '[]')
    )
    from page p
  );
end $$;
comment on function public.list_costs(text, text, text, text, integer) is
  'This month by gym, each on its clock: {total, counts by view, month, days, rate, alerts, next_cursor, rows with the nearer of both budgets}. Raises mfa_required, forbidden, invalid_input (view, sort, cursor).';

create function public.get_price_list() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_platform();
  return jsonb_build_object(
    'today', (now() at time zone 'Europe/Paris')::date,
    'models', (
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'kind', m.kind, 'preference', m.preference, 'shutdown_at', m.shutdown_at, 'days_left', m.shutdown_at - current_date,
        'used', exists (
          select from public.openai_realtime_sessions s
          where s.connected_at > now() - interval '7 days' and m.id in (s.model, s.transcription_model)
        ),
        'since', (select max(p.valid_from) from private.ai_model_prices p where p.id = any (held.ids)),
        'prices', (
          select coalesce(jsonb_object_agg(p.modality, p.usd_per_million), '{}') from private.ai_model_prices p where p.id = any (held.ids)
        )
      ) order by m.kind, m.preference nulls last, m.id)
      from private.ai_models m cross join lateral (select private.price_ids(m.id, current_date) as ids) held
    ),
    'rates', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'day', r.day, 'usd_per_eur', r.usd_per_unit, 'source', r.source, 'set_at', r.set_at,
        'by', (select u.full_name from public.users u where u.id = r.set_by),
        'replaced', r.id <> (private.rate_on(r.day)).id
      ) order by r.day desc, r.set_at desc, r.id), '[]')
      from (select * from private.exchange_rates x where x.currency = 'EUR' order by x.day desc, x.set_at desc limit 30) r
    ),
    'days', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'day', r.day, 'provider_usd', r.provider_usd, 'our_usd', r.our_usd, 'difference', r.difference,
        'differs', private.usage_differs(r.provider_usd, r.our_usd), 'checked_at', r.checked_at
      ) order by r.day desc), '[]')
      from (select * from private.usage_reconciliations u order by u.day desc limit 31) r
    ),
    'check', (
      select jsonb_build_object('at', r.finished_at, 'error', r.counts ->> 'error') from private.job_runs r
      where r.job = 'reconcile_usage' and r.finished_at is not null order by r.started_at desc limit 1
    )
  );
end $$;
comment on function public.get_price_list() is
  'What is charged by what: {today, models, the latest 30 rates of the euro, the latest 31 days beside the provider''s, check: {at, error} | null}. Raises mfa_required, forbidden.';

create function public.get_gym_costs(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  gym public.gyms;
  plan text;
begin
  perform private.require_gym(p_gym_id, private.cost_gym_ids());
  select * into gym from public.gyms g where g.id = p_gym_id;
  plan := coalesce((select f.subscription_plan from public.franchises f where f.id = gym.franchise_id), gym.subscription_plan);
  return (
    select jsonb_build_object(
      'month', date_trunc('month', now() at time zone gym.timezone)::date,
      'conversations', coalesce(sum(d.conversations), 0), 'usd', coalesce(sum(d.usd), 0),
      'eur', private.all_or_none(count(*), count(d.eur), sum(d.eur)),
      'budget_usd', (select b.usd from private.voice_budgets b where b.gym_id = p_gym_id),
      'plan_usd', private.plan_limit(plan, 'budget'),
      'shared', cardinality(private.customer_gym_ids(coalesce(gym.franchise_id, gym.id))) > 1,
      'rate', private.rate_json(private.rate_on((now() at time zone gym.timezone)::date))
    )
    from private.month_costs(array[p_gym_id]) d
  );
end $$;
comment on function public.get_gym_costs(uuid) is
  'What a gym''s voice has cost this month, on its clock: {month, conversations, usd, eur, budget_usd: its own | null, plan_usd: the customer''s | null, shared: with other gyms, rate}. Raises mfa_required, not_found, forbidden for the team.';

select private.attach_audit('private.voice_budgets', 'gym_id');

create function public.set_gym_budget(p_gym_id uuid, p_usd numeric default null) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_platform_gym(p_gym_id);
  if p_usd is null then
    delete from private.voice_budgets b where b.gym_id = p_gym_id;
    return;
  elsif (p_usd between 0 and 100000 and scale(p_usd) <= 2) is not true then
    perform private.refuse('invalid_input', 'usd');
  end if;
  insert into private.voice_budgets as b (gym_id, usd) values (p_gym_id, p_usd)
  on conflict (gym_id) do update set usd = excluded.usd where b.usd <> excluded.usd;
end $$;
comment on function public.set_gym_budget(uuid, numeric) is
  'What a gym''s voice may cost in a month, US dollars; null takes its own budget away. Raises mfa_required, not_found, invalid_input (usd: 0 to 100,000 with two decimals).';

grant execute on function public.list_costs(text, text, text, text, integer), public.get_price_list(), public.get_gym_costs(uuid),
  public.set_gym_budget(uuid, numeric) to authenticated;
