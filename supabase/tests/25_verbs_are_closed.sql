begin;
select no_plan();

-- Every kiosk verb, found in the catalog: a verb added later is covered too.
create temp table verbs as
  select p.oid::regprocedure::text as verb, p.prosecdef, p.proconfig, pg_get_function_arguments(p.oid) as arguments
  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname like 'kiosk\_%';
select cmp_ok((select count(*) from verbs), '>=', 11::bigint, 'there are verbs to look at');
select is(has_function_privilege('anon', verb, 'execute'), false, verb || ' is closed to anonymous callers') from verbs;
select is(has_function_privilege('authenticated', verb, 'execute'), false, verb || ' is closed to people') from verbs;
select is(has_function_privilege('service_role', verb, 'execute'), true, verb || ' is open to the server') from verbs;
select is(prosecdef and proconfig @> array['search_path=""'], true, verb || ' is a definer with an empty search path') from verbs;
select is(arguments ~ '(gym|member|kiosk|conversation|session)_id', false, verb || ' takes no gym, member, kiosk or conversation') from verbs;
select is(arguments ~ '^p_token_hash text|^p_slug text', true, verb || ' begins with what identifies the kiosk') from verbs;

-- The tables behind them are closed to the server's key: only the verbs open them.
select is(has_table_privilege('service_role', c.oid, p.privilege), false, format('service_role may not %s %s', p.privilege, c.relname))
from pg_class c, unnest(array['select', 'insert', 'update', 'delete']) as p (privilege)
where c.oid = any (array[
  'public.kiosks', 'public.kiosk_state', 'private.kiosk_credentials', 'public.gym_members_v2', 'public.member_preferences',
  'public.member_badges', 'public.member_consents', 'public.badge_scans', 'public.gym_visits', 'public.gym_classes',
  'public.class_occurrences', 'public.class_bookings', 'private.tool_calls', 'private.conversation_dialogs',
  'private.conversation_turns', 'private.settings', 'private.kiosk_heartbeats', 'private.kiosk_minutes', 'private.kiosk_commands']::regclass[]);

-- Nobody signed in writes any of it directly.
select is(has_table_privilege('authenticated', c.oid, p.privilege) or has_any_column_privilege('authenticated', c.oid, p.privilege),
  false, format('authenticated may not %s %s', p.privilege, c.relname))
from pg_class c, unnest(array['insert', 'update']) as p (privilege)
where c.oid = any (array[
  'public.kiosks', 'public.kiosk_state', 'public.gym_members_v2', 'public.member_preferences', 'public.member_badges',
  'public.member_consents', 'public.badge_scans', 'public.gym_visits', 'public.gym_classes', 'public.class_occurrences',
  'public.class_bookings', 'public.openai_realtime_sessions', 'public.conversation_events']::regclass[]);

-- Called for real, not only by the catalog.
select tests.as_anonymous();
select is(tests.outcome('select public.kiosk_heartbeat(null)'), '42501', 'anonymous: refused');
select tests.act_as('authenticated', '{"sub": "00000000-0000-0000-0000-000000000001", "role": "authenticated", "aal": "aal2"}');
select is(tests.outcome('select public.kiosk_heartbeat(null)'), '42501', 'signed in: refused');
select is(tests.outcome('select private.kiosk_by_token(null)'), '42501', 'the helpers behind too');
select tests.as_service();
select is(tests.outcome('select public.kiosk_heartbeat(null)'), 'P0001', 'control: the server gets in, and is asked for a token');

select * from finish();
rollback;
