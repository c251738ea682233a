-- What a call cost, and how its provider names it, say nothing of the member.

create or replace function private.told_columns(p_relation regclass) returns text[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select a.attname::text from pg_catalog.pg_attribute a
    where a.attrelid = p_relation and a.attnum > 0 and not a.attisdropped
      and a.atttypid not in ('uuid'::regtype, 'uuid[]'::regtype, 'tsvector'::regtype, 'extensions.vector'::regtype)
      and a.attname <> all ('{badge_hash,sort_name,causes,cost_usd,usage_usd,reserved_usd,price_ids,tokens,call_id,last_voice_seq,events_version,last_seq,last_event_at,attempts,claimed_at,retry_at,error,updated_at,embedding_model}'::text[])
    order by a.attnum
  );
end $$;
