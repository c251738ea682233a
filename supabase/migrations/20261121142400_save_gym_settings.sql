-- The settings of a gym as one page reads them, and the verbs that change them.

alter table public.gyms add constraint gyms_texts_fit check (
  char_length(city) <= 120 and char_length(address) <= 200 and char_length(phone) <= 40 and char_length(price_note) <= 300
  and cardinality(facilities) <= 40 and char_length(array_to_string(facilities, '')) <= 1200
);

create function private.shares_conversations_of() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(gym_id), '{}') from private.my_gyms
    where (role = 'gym_manager' or support = 'write') and not suspended
  );
end $$;
comment on function private.shares_conversations_of() is
  'Gyms where the caller may let the franchise''s owner read conversations: the gym decides (rule T6), never the owner.';

create function private.require_settings(p_gym_id uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id <> all (private.kiosk_admin_gym_ids()) then
    perform private.refuse(
      case when p_gym_id = any (private.contact_gym_ids()) then 'customer_suspended' else 'forbidden' end);
  end if;
end $$;
comment on function private.require_settings(uuid) is
  'Passes for a gym whose settings the caller changes; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.gym_settings_json(p_gym public.gyms) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'name', p_gym.name, 'city', p_gym.city, 'address', p_gym.address, 'phone', p_gym.phone,
    'country', p_gym.country, 'region', p_gym.region, 'timezone', p_gym.timezone, 'locale', p_gym.locale,
    'currency', p_gym.currency, 'address_form', p_gym.address_form, 'facilities', to_jsonb(p_gym.facilities),
    'price_note', p_gym.price_note, 'bookings_by', p_gym.bookings_by, 'conversation_minutes', p_gym.conversation_minutes,
    'owner_reads_conversations', p_gym.owner_reads_conversations, 'opening_hours', p_gym.opening_hours,
    'kiosk_messages', p_gym.kiosk_messages, 'retention', p_gym.retention, 'thresholds', p_gym.thresholds
  )
$$;
comment on function private.gym_settings_json(public.gyms) is 'The columns of a gym that its settings change, and no other.';

create function private.hours_exceptions_json(p_gym_id uuid, p_dates date[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'date', e.local_date,
      'state', case when e.is_closed then 'closed' when e.open is not null then 'hours' else 'usual' end,
      'open', e.open, 'close', e.close, 'label', e.label, 'source', e.source) order by e.local_date), '[]')
    from public.gym_hours_exceptions e where e.gym_id = p_gym_id and e.local_date = any (p_dates)
  );
end $$;
comment on function private.hours_exceptions_json(uuid, date[]) is
  '[{date, state closed|hours|usual, open, close, label, source}] of these days.';

create function public.get_gym_settings(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  gym public.gyms;
  today date;
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  select * into gym from public.gyms g where g.id = p_gym_id;
  today := (now() at time zone gym.timezone)::date;
  return jsonb_build_object(
    'gym', private.gym_settings_json(gym),
    'in_franchise', gym.franchise_id is not null,
    'may_share', p_gym_id = any (private.shares_conversations_of()),
    'today', today,
    'now', private.opening(p_gym_id, now()),
    'next_opening', private.next_opening(p_gym_id, now()),
    'exceptions', private.hours_exceptions_json(p_gym_id, array(
      select e.local_date from public.gym_hours_exceptions e where e.gym_id = p_gym_id and e.local_date >= today
    )),
    'consents', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'purpose', v.purpose, 'version', v.version, 'texts', v.texts, 'asks_again', v.asks_again, 'valid_from', v.valid_from,
        'in_force', v.version = private.consent_in_force(p_gym_id, v.purpose)) order by v.purpose, v.valid_from desc), '[]')
      from (
        select t.purpose, t.version, jsonb_object_agg(t.language, t.text) as texts, bool_or(t.asks_again) as asks_again,
          min(t.valid_from) as valid_from
        from public.consent_texts t where t.gym_id = p_gym_id group by t.purpose, t.version
      ) v
    )
  );
end $$;
comment on function public.get_gym_settings(uuid) is
  'Everything a gym decides for itself: {gym, in_franchise, may_share, today, now, next_opening, exceptions (from today), consents (every version)}. Raises not_found, mfa_required.';

create function public.save_gym_settings(p_gym_id uuid, p_seen jsonb, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym public.gyms;
  held jsonb;
  wrong text;
begin
  perform private.require_settings(p_gym_id);
  select * into gym from public.gyms g where g.id = p_gym_id for update;
  held := private.gym_settings_json(gym);
  if jsonb_typeof(p_changes) is distinct from 'object' or p_changes = '{}' then
    perform private.refuse('invalid_input', 'changes');
  elsif jsonb_typeof(p_seen) is distinct from 'object' then
    perform private.refuse('invalid_input', 'seen');
  end if;
  select key into wrong from jsonb_object_keys(p_changes) key where not held ? key order by 1 limit 1;
  if wrong is not null then
    perform private.refuse('invalid_input', wrong);
  end if;
  -- Only what this page changes is compared: who saved the hours meanwhile is in nobody's way here.
  if exists (select from jsonb_object_keys(p_changes) key where held -> key is distinct from p_seen -> key) then
    perform private.refuse('conflict');
  elsif p_changes ? 'owner_reads_conversations' and p_gym_id <> all (private.shares_conversations_of()) then
    perform private.refuse('forbidden');
  end if;
  begin
    update public.gyms g set
      name = n.name, city = n.city, address = n.address, phone = n.phone, country = n.country, region = n.region,
      timezone = n.timezone, locale = n.locale, currency = n.currency, address_form = n.address_form,
      facilities = n.facilities, price_note = n.price_note, bookings_by = n.bookings_by,
      conversation_minutes = n.conversation_minutes, owner_reads_conversations = n.owner_reads_conversations,
      opening_hours = n.opening_hours, kiosk_messages = n.kiosk_messages, retention = n.retention, thresholds = n.thresholds
    from jsonb_populate_record(gym, p_changes) n
    where g.id = p_gym_id;
  exception
    when check_violation then
      get stacked diagnostics wrong = constraint_name;
      perform private.refuse('invalid_input', coalesce(substring(wrong from '^gyms_(.+?)(?:_check|_shape)$'), 'texts'));
    when not_null_violation then
      get stacked diagnostics wrong = column_name;
      perform private.refuse('invalid_input', wrong);
    when invalid_text_representation or numeric_value_out_of_range or invalid_parameter_value then
      perform private.refuse('invalid_input', 'changes');
  end;
  return (select private.gym_settings_json(g) from public.gyms g where g.id = p_gym_id);
end $$;
comment on function public.save_gym_settings(uuid, jsonb, jsonb) is
  'Changes settings {key: value} that are still as they were seen {key: value}; answers all of them. Raises not_found, forbidden, customer_suspended, conflict (somebody else changed one of them), invalid_input with the key, mfa_required.';

create function public.set_hours_exceptions(p_gym_id uuid, p_days jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  today date;
  before jsonb;
  dates date[];
  one record;
  wrong text;
begin
  perform private.require_settings(p_gym_id);
  if jsonb_typeof(p_days) is distinct from 'array' or jsonb_array_length(p_days) not between 1 and 60 then
    perform private.refuse('invalid_input', 'days');
  end if;
  today := (select (now() at time zone g.timezone)::date from public.gyms g where g.id = p_gym_id);
  for one in
    select 'days.' || place - 1 as at, day, private.day_argument(day, 'date', 'UTC') as date
    from jsonb_array_elements(p_days) with ordinality as given (day, place)
  loop
    wrong := case
      when one.date is null or one.date not between today and today + 1100 then 'date'
      when one.date = any (dates) then 'date'
      when coalesce(one.day ->> 'state', '') not in ('closed', 'hours', 'usual', 'none') then 'state'
      when coalesce(one.day ->> 'source', 'own') not in ('holiday', 'own') then 'source'
      when char_length(btrim(one.day ->> 'label')) > 60 or one.day ->> 'label' ~ '[[:cntrl:]]' then 'label'
      when one.day ->> 'state' = 'hours'
        and coalesce(one.day ->> 'open', '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' then 'open'
      when one.day ->> 'state' = 'hours' and (coalesce(one.day ->> 'close', '') !~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
        or one.day ->> 'close' = one.day ->> 'open') then 'close'
    end;
    if wrong is not null then
      perform private.refuse('invalid_input', one.at || '.' || wrong);
    end if;
    dates := dates || one.date;
  end loop;
  -- Two people who settle the same day: the second sees what the first made of it.
  perform from public.gyms g where g.id = p_gym_id for update;
  before := private.hours_exceptions_json(p_gym_id, dates);
  if exists (
    select from jsonb_array_elements(p_days) as day
    left join jsonb_array_elements(before) as held on held ->> 'date' = day ->> 'date'
    where coalesce(held ->> 'state', 'none') <> day ->> 'was'
  ) then
    perform private.refuse('conflict');
  end if;
  delete from public.gym_hours_exceptions e using jsonb_array_elements(p_days) as day
  where e.gym_id = p_gym_id and e.local_date = (day ->> 'date')::date and day ->> 'state' = 'none';
  insert into public.gym_hours_exceptions as e (gym_id, local_date, is_closed, open, close, label, source)
  select p_gym_id, (day ->> 'date')::date, day ->> 'state' = 'closed',
    case day ->> 'state' when 'hours' then day ->> 'open' end, case day ->> 'state' when 'hours' then day ->> 'close' end,
    nullif(btrim(day ->> 'label'), ''), coalesce(day ->> 'source', 'own')
  from jsonb_array_elements(p_days) as day where day ->> 'state' <> 'none'
  on conflict (gym_id, local_date) do update set
    is_closed = excluded.is_closed, open = excluded.open, close = excluded.close, label = excluded.label, source = excluded.source;
  return before || (
    select coalesce(jsonb_agg(jsonb_build_object('date', d, 'state', 'none')), '[]') from unnest(dates) d
    where not before @> jsonb_build_array(jsonb_build_object('date', d))
  );
end $$;
comment on function public.set_hours_exceptions(uuid, jsonb) is
  'Settles days [{date, state closed|hours|usual|none, open, close, label, source, was}], none being like its weekday; answers them as they were, so that the same call takes it back. Raises not_found, forbidden, customer_suspended, conflict (a day is no longer in the state that was seen), invalid_input (days.N.field), mfa_required.';

create function public.publish_consent_text(
  p_gym_id uuid, p_purpose text, p_seen_version text, p_texts jsonb, p_asks_again boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  today text;
  earlier integer;
  published text;
  wrong text;
begin
  perform private.require_settings(p_gym_id);
  if p_purpose is null or p_purpose not in ('talk', 'analyse', 'remember', 'health') then
    perform private.refuse('invalid_input', 'purpose');
  elsif p_asks_again is null then
    perform private.refuse('invalid_input', 'asks_again');
  end if;
  select spoken into wrong from unnest('{fr,en,es}'::text[]) spoken
  where jsonb_typeof(p_texts -> spoken) is distinct from 'string'
    or char_length(btrim(p_texts ->> spoken)) not between 20 and 160 or p_texts ->> spoken ~ '[[:cntrl:]<>]'
  limit 1;
  if wrong is not null then
    perform private.refuse('invalid_input', 'texts.' || wrong);
  end if;
  perform from public.gyms g where g.id = p_gym_id for update;
  if private.consent_in_force(p_gym_id, p_purpose) is distinct from p_seen_version then
    perform private.refuse('conflict');
  end if;
  today := (select to_char(now() at time zone g.timezone, 'YYYY-MM-DD') from public.gyms g where g.id = p_gym_id);
  earlier := (
    select count(distinct t.version) from public.consent_texts t
    where t.gym_id = p_gym_id and t.purpose = p_purpose and left(t.version, 10) = today
  );
  published := today || case when earlier = 0 then '' else '-' || earlier + 1 end;
  insert into public.consent_texts (gym_id, purpose, language, version, text, asks_again, valid_from)
  select p_gym_id, p_purpose, spoken.key, published, btrim(spoken.value), p_asks_again, moment.at
  from jsonb_each_text(p_texts) as spoken, (select clock_timestamp() as at) moment
  where spoken.key in ('fr', 'en', 'es');
  return jsonb_build_object('version', published);
end $$;
comment on function public.publish_consent_text(uuid, text, text, jsonb, boolean) is
  'Puts a new version of a purpose''s text {fr, en, es} in force, named by its day: {version}; the version seen before is null while JARVIS''s text holds. Earlier ones stay for the receipts. Raises not_found, forbidden, customer_suspended, conflict, invalid_input (purpose, texts.LANGUAGE, asks_again), mfa_required.';

grant execute on function public.get_gym_settings(uuid), public.save_gym_settings(uuid, jsonb, jsonb),
  public.set_hours_exceptions(uuid, jsonb), public.publish_consent_text(uuid, text, text, jsonb, boolean) to authenticated;
