-- Models, their prices and their last days are rows (rule V6); migrations alone write them.

create table private.ai_models (
  id text primary key check (id ~ '^[a-z0-9.-]{1,60}$'),
  provider text not null check (provider in ('openai')),
  kind text not null check (kind in ('realtime', 'transcription')),
  preference integer unique check (preference > 0),
  shutdown_at date,
  passed_over_until timestamptz,
  floor_usd_per_minute numeric(20, 9) check (floor_usd_per_minute > 0),
  worst_usd_per_minute numeric(20, 9) check (worst_usd_per_minute >= floor_usd_per_minute),
  constraint ai_models_realtime_has_rates check (
    (kind = 'realtime') = (floor_usd_per_minute is not null and worst_usd_per_minute is not null)
  )
);
comment on table private.ai_models is 'Models that speak or write down speech; the lowest preference of a kind that is still served is used.';
comment on column private.ai_models.preference is 'Rank in use; null is known and not used.';
comment on column private.ai_models.passed_over_until is 'While a transcription writes nothing down, the next one is used.';
comment on column private.ai_models.floor_usd_per_minute is
  'No minute of a call is settled for less: 600 tokens of a member''s voice.';
comment on column private.ai_models.worst_usd_per_minute is
  'No minute costs more: 600 tokens heard, 1,200 spoken, six answers that each read 4,500 tokens of sound and 3,000 of text anew, and the transcription; rounded up.';
alter table private.ai_models enable row level security;
create policy ai_models_nobody on private.ai_models to public using (false);

create table private.ai_model_prices (
  id bigint generated always as identity primary key,
  model text not null references private.ai_models (id),
  modality text not null check (modality in (
    'text_in', 'text_cached', 'text_out', 'audio_in', 'audio_cached', 'audio_out', 'image_in', 'image_cached', 'minutes'
  )),
  valid_from date not null,
  usd_per_million numeric not null check (usd_per_million >= 0),
  unique (model, modality, valid_from)
);
comment on table private.ai_model_prices is 'US dollars for a million tokens, or minutes of sound, from a day on. Never changed: another price is another row.';
alter table private.ai_model_prices enable row level security;
create policy ai_model_prices_nobody on private.ai_model_prices to public using (false);

insert into private.ai_models (id, provider, kind, preference, shutdown_at, floor_usd_per_minute, worst_usd_per_minute) values
  ('gpt-realtime-2.1-mini', 'openai', 'realtime', 1, null, 0.006, 0.32),
  ('gpt-realtime-2.1', 'openai', 'realtime', null, null, 0.0192, 1.04),
  ('gpt-realtime-2', 'openai', 'realtime', null, null, 0.0192, 1.04),
  ('gpt-transcribe', 'openai', 'transcription', 11, null, null, null),
  ('gpt-4o-mini-transcribe', 'openai', 'transcription', 12, '2027-02-26', null, null),
  ('gpt-4o-transcribe', 'openai', 'transcription', null, '2027-02-26', null, null);

insert into private.ai_model_prices (model, modality, valid_from, usd_per_million) values
  ('gpt-realtime-2.1', 'text_in', '2026-01-01', 4.00), ('gpt-realtime-2.1', 'text_cached', '2026-01-01', 0.40),
  ('gpt-realtime-2.1', 'text_out', '2026-01-01', 24.00), ('gpt-realtime-2.1', 'audio_in', '2026-01-01', 32.00),
  ('gpt-realtime-2.1', 'audio_cached', '2026-01-01', 0.40), ('gpt-realtime-2.1', 'audio_out', '2026-01-01', 64.00),
  ('gpt-realtime-2.1', 'image_in', '2026-01-01', 5.00), ('gpt-realtime-2.1', 'image_cached', '2026-01-01', 0.50),
  ('gpt-realtime-2', 'text_in', '2026-01-01', 4.00), ('gpt-realtime-2', 'text_cached', '2026-01-01', 0.40),
  ('gpt-realtime-2', 'text_out', '2026-01-01', 24.00), ('gpt-realtime-2', 'audio_in', '2026-01-01', 32.00),
  ('gpt-realtime-2', 'audio_cached', '2026-01-01', 0.40), ('gpt-realtime-2', 'audio_out', '2026-01-01', 64.00),
  ('gpt-realtime-2', 'image_in', '2026-01-01', 5.00), ('gpt-realtime-2', 'image_cached', '2026-01-01', 0.50),
  ('gpt-realtime-2.1-mini', 'text_in', '2026-01-01', 0.60), ('gpt-realtime-2.1-mini', 'text_cached', '2026-01-01', 0.06),
  ('gpt-realtime-2.1-mini', 'text_out', '2026-01-01', 2.40), ('gpt-realtime-2.1-mini', 'audio_in', '2026-01-01', 10.00),
  ('gpt-realtime-2.1-mini', 'audio_cached', '2026-01-01', 0.30), ('gpt-realtime-2.1-mini', 'audio_out', '2026-01-01', 20.00),
  ('gpt-realtime-2.1-mini', 'image_in', '2026-01-01', 0.80), ('gpt-realtime-2.1-mini', 'image_cached', '2026-01-01', 0.08),
  ('gpt-transcribe', 'minutes', '2026-01-01', 4500),
  ('gpt-4o-mini-transcribe', 'minutes', '2026-01-01', 3000), ('gpt-4o-mini-transcribe', 'text_in', '2026-01-01', 1.25),
  ('gpt-4o-mini-transcribe', 'audio_in', '2026-01-01', 3.00), ('gpt-4o-mini-transcribe', 'text_out', '2026-01-01', 5.00),
  ('gpt-4o-transcribe', 'minutes', '2026-01-01', 6000), ('gpt-4o-transcribe', 'text_in', '2026-01-01', 2.50),
  ('gpt-4o-transcribe', 'audio_in', '2026-01-01', 6.00), ('gpt-4o-transcribe', 'text_out', '2026-01-01', 10.00);

create function private.price_ids(p_model text, p_on date) returns bigint[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(latest.id order by latest.id), '{}')
  from (
    select distinct on (p.modality) p.id from private.ai_model_prices p
    where p.model = p_model and p.valid_from <= p_on
    order by p.modality, p.valid_from desc
  ) latest
$$;
comment on function private.price_ids(text, date) is 'The prices of a model that hold on a day, one a modality.';

create function private.usage_cost(p_model text, p_price_ids bigint[], p_used jsonb) returns numeric
language sql stable security definer set search_path = ''
as $$
  select coalesce(sum(used.value::numeric * p.usd_per_million * 0.000001), 0)
  from jsonb_each_text(p_used) as used
  join private.ai_model_prices p on p.id = any (p_price_ids) and p.model = p_model and p.modality = used.key
$$;
comment on function private.usage_cost(text, bigint[], jsonb) is
  'US dollars, unrounded, of {modality: tokens or minutes} at pinned prices; what a model has no price for costs nothing.';

create function public.list_ai_models() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  return (
    select jsonb_agg(jsonb_build_object(
      'id', m.id, 'provider', m.provider, 'kind', m.kind, 'preference', m.preference, 'shutdown_at', m.shutdown_at,
      'prices', (
        select coalesce(jsonb_object_agg(p.modality, p.usd_per_million), '{}') from private.ai_model_prices p
        where p.id = any (private.price_ids(m.id, current_date))
      )
    ) order by m.kind, m.preference nulls last, m.id)
    from private.ai_models m
  );
end $$;
comment on function public.list_ai_models() is
  '[{id, provider, kind, preference, shutdown_at, prices {modality: US dollars a million}}] for anybody signed in. Raises mfa_required.';
grant execute on function public.list_ai_models() to authenticated;
