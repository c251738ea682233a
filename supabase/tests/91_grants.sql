-- The exact list of grants (rule T4): whoever opens a table, a column or a function adds its line here.
begin;
select no_plan();

create function pg_temp.column_list(p_table regclass, p_except text[]) returns text
language sql as $$
  select string_agg(attname, ', ' order by attnum) from pg_catalog.pg_attribute
  where attrelid = p_table and attnum > 0 and not attisdropped and attname <> all (p_except)
$$;

-- Relations, schemas public and private: "table grantee privilege columns"; * is the whole table.

create temp view granted as
select format('%s %s %s *', c.oid::regclass, r.rolname, lower(a.privilege_type)) as line
from pg_catalog.pg_class c
cross join lateral aclexplode(c.relacl) a
left join pg_catalog.pg_roles r on r.oid = a.grantee
where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee <> c.relowner
union all
select format('%s %s %s %s', c.oid::regclass, r.rolname, lower(x.privilege_type), string_agg(a.attname, ', ' order by a.attnum))
from pg_catalog.pg_class c
join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
cross join lateral aclexplode(a.attacl) x
left join pg_catalog.pg_roles r on r.oid = x.grantee
where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and x.grantee <> c.relowner
group by c.oid, r.rolname, x.privilege_type;

select set_eq(
  'select line from granted',
  array[
    'users authenticated select *',
    'users authenticated update full_name, language',
    'franchises authenticated select *',
    'gyms authenticated select *',
    'gyms authenticated update name, city, address, phone, opening_hours, timezone, locale, currency, address_form, facilities, price_note, bookings_by, conversation_minutes',
    'audit_logs authenticated select *',
    'kiosks authenticated select *',
    'kiosk_state authenticated select *',
    'kiosk_absences authenticated select *',
    'gym_members_v2 authenticated select ' || pg_temp.column_list('public.gym_members_v2', '{email,phone,phone_digits}'),
    'member_preferences authenticated select *',
    'member_fitness_profile authenticated select member_id, gym_id, fitness_level, primary_goals, workout_frequency_per_week, created_at, updated_at',
    'member_notes authenticated select ' || pg_temp.column_list('public.member_notes', '{text}'),
    'member_imports authenticated select *',
    'member_views authenticated select *',
    'import_mappings authenticated select *',
    'member_badges authenticated select ' || pg_temp.column_list('public.member_badges', '{badge_hash,number}'),
    'desk_ticks authenticated select *',
    'desk_check_ins authenticated select *',
    'member_consents authenticated select *',
    'badge_scans authenticated select ' || pg_temp.column_list('public.badge_scans', '{badge_hash,badge_form,badge_tail}'),
    'gym_visits authenticated select *',
    'gym_classes authenticated select *',
    'class_occurrences authenticated select *',
    'class_bookings authenticated select *',
    'class_slots authenticated select *',
    'openai_realtime_sessions authenticated select ' || pg_temp.column_list('public.openai_realtime_sessions',
      '{cost_usd,call_id,connected_at,tokens,price_ids,usage_usd,reserved_usd,last_voice_seq,transcription_model,transcribed,untranscribed}'),
    'conversation_events authenticated select *',
    'conversation_summaries authenticated select '
      || pg_temp.column_list('public.conversation_summaries', '{claim_token,claimed_at,retry_at,error,embedding}'),
    'member_analytics authenticated select *',
    'manager_alerts authenticated select ' || pg_temp.column_list('public.manager_alerts', '{description,context,causes}'),
    'gym_hours_exceptions authenticated select *',
    'consent_texts authenticated select *',
    'invitations authenticated select *',
    'support_access authenticated select *'
  ],
  'tables are granted as listed, to nobody else, and nothing of schema private');

-- Functions of schema public: "function grantee"

select set_eq(
  $$select format('%s %s', p.proname, coalesce(r.rolname, 'public'))
    from pg_catalog.pg_proc p
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    left join pg_catalog.pg_roles r on r.oid = a.grantee
    where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner$$,
  array[
    'get_auth_state authenticated', 'invite_person authenticated', 'resend_invitation authenticated',
    'revoke_invitation authenticated', 'get_invitation authenticated', 'accept_invitation authenticated',
    'replace_recovery_codes authenticated', 'recovery_codes_left authenticated', 'redeem_recovery_code authenticated',
    'list_sign_ins authenticated', 'end_sign_in authenticated', 'end_other_sign_ins authenticated',
    'note_security_mail authenticated', 'request_password_reset service_role',
    'set_person_role authenticated', 'set_person_active authenticated', 'list_team authenticated',
    'claim_mails service_role', 'find_mail_link service_role', 'finish_mail service_role', 'fail_mail service_role',
    'get_actor authenticated', 'list_members authenticated', 'change_members authenticated', 'undo_member_change authenticated',
    'save_member_view authenticated', 'change_member_view authenticated', 'delete_member_view authenticated',
    'list_alerts authenticated', 'act_on_alert authenticated',
    'preview_import authenticated', 'start_import authenticated', 'import_rows authenticated', 'finish_import authenticated',
    'undo_import authenticated', 'preview_visits authenticated', 'import_visits authenticated',
    'get_member_rights authenticated', 'member_access_file authenticated', 'erase_member authenticated',
    'move_member authenticated', 'undo_member_move authenticated',
    'list_classes authenticated', 'save_class authenticated', 'set_class_active authenticated', 'add_class_date authenticated',
    'change_class_date authenticated', 'book_class_place authenticated', 'free_class_place authenticated',
    'get_member authenticated', 'find_duplicates authenticated', 'create_member authenticated', 'save_member authenticated',
    'delete_member authenticated', 'restore_member authenticated', 'add_note authenticated', 'edit_note authenticated',
    'set_note_deleted authenticated', 'record_consent authenticated', 'merge_members authenticated', 'get_merge authenticated',
    'desk authenticated', 'desk_tick authenticated', 'desk_check_in authenticated', 'undo_desk_check_in authenticated',
    'set_visit_left authenticated', 'answer_booking authenticated', 'desk_search authenticated',
    'list_conversations authenticated', 'search_conversations authenticated', 'embedding_models authenticated', 'get_conversation authenticated', 'retry_conversation authenticated',
    'dashboard_overview authenticated', 'dashboard_pulse authenticated', 'hide_first_steps authenticated',
    'open_support_access authenticated', 'end_support_access authenticated', 'list_audit authenticated',
    'list_franchises authenticated', 'list_gyms authenticated', 'list_users authenticated', 'get_franchise authenticated',
    'get_gym authenticated', 'create_gym authenticated', 'create_kiosk authenticated', 'save_franchise authenticated',
    'save_gym authenticated', 'set_gym_maintenance authenticated',
    'assign_badge authenticated', 'assign_scan authenticated', 'end_badge authenticated', 'undo_badge authenticated',
    'list_member_badges authenticated', 'start_badge_capture authenticated', 'get_badge_capture authenticated',
    'cancel_badge_capture authenticated', 'set_reader_profile authenticated', 'badge_desk authenticated',
    'list_badge_members authenticated', 'give_guest_badge authenticated', 'list_entries authenticated', 'entries_pulse authenticated',
    'get_gym_settings authenticated', 'save_gym_settings authenticated', 'set_hours_exceptions authenticated',
    'publish_consent_text authenticated',
    'set_customer_plan authenticated', 'set_customer_trial authenticated', 'suspend_customer authenticated',
    'resume_customer authenticated', 'list_customers authenticated', 'create_customer authenticated',
    'save_customer_draft authenticated', 'get_customer_draft authenticated', 'discard_customer_draft authenticated',
    'issue_provisioning_code authenticated', 'revoke_kiosk authenticated',
    'save_kiosk authenticated', 'command_kiosk authenticated', 'rotate_kiosk_token authenticated',
    'list_kiosks authenticated', 'get_kiosk authenticated', 'get_kiosk_pulse authenticated', 'kiosk_rotate_token service_role',
    'kiosk_provision service_role', 'kiosk_heartbeat service_role', 'kiosk_scan service_role',
    'kiosk_start_conversation service_role', 'kiosk_say service_role', 'kiosk_reply service_role',
    'kiosk_use_tool service_role', 'kiosk_memory_model service_role', 'kiosk_change_consent service_role', 'kiosk_call_staff service_role', 'kiosk_staff_answer service_role',
    'kiosk_close service_role', 'kiosk_replay service_role', 'kiosk_simulator_badges service_role',
    'kiosk_issue_call_token service_role', 'kiosk_begin_call service_role', 'kiosk_note_call service_role',
    'kiosk_voice_events service_role', 'claim_hang_ups service_role', 'note_hang_up service_role',
    'list_ai_models authenticated', 'list_platform_alerts authenticated', 'act_on_platform_alert authenticated',
    'list_costs authenticated', 'get_price_list authenticated', 'get_gym_costs authenticated', 'add_exchange_rate authenticated',
    'set_gym_budget authenticated', 'begin_usage_check service_role', 'finish_usage_check service_role',
    'kiosk_decline_talk service_role', 'launch_page authenticated',
    'claim_conversations service_role', 'extend_claim service_role', 'finish_conversation service_role',
    'fail_conversation service_role', 'update_member_analytics service_role', 'generate_alerts_if_needed service_role'
  ],
  'functions of the API are granted as listed');

select set_eq(
  $$select format('%s %s', p.proname, coalesce(r.rolname, 'public'))
    from pg_catalog.pg_proc p
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    left join pg_catalog.pg_roles r on r.oid = a.grantee
    where p.pronamespace = 'private'::regnamespace and a.grantee <> p.proowner$$,
  array[
    'accessible_gym_ids authenticated', 'accessible_franchise_ids authenticated', 'visible_user_ids authenticated',
    'own_user_ids authenticated', 'manageable_gym_ids authenticated', 'acting_gym_ids authenticated',
    'contact_gym_ids authenticated', 'conversation_gym_ids authenticated', 'transcript_gym_ids authenticated',
    'alert_gym_ids authenticated', 'kiosk_admin_gym_ids authenticated', 'audit_scope_ids authenticated',
    'team_scope_ids authenticated',
    'support_scope_ids authenticated',
    'allowed_aals authenticated', 'member_contact authenticated', 'member_contacts authenticated', 'fold authenticated',
    'write_cursor authenticated', 'read_cursor authenticated', 'prefix_query authenticated',
    'member_page authenticated', 'member_counts authenticated', 'readable_view_ids authenticated'
  ],
  'helpers that policies and invoker functions use are granted as listed');

-- Schemas and defaults

select set_eq(
  $$select format('%s %s %s', n.nspname, coalesce(r.rolname, 'public'), lower(a.privilege_type))
    from pg_catalog.pg_namespace n
    cross join lateral aclexplode(n.nspacl) a
    left join pg_catalog.pg_roles r on r.oid = a.grantee
    where n.nspname = 'private' and a.grantee <> n.nspowner$$,
  array['private authenticated usage'], 'schema private is usable by signed-in people alone, for its helpers');

create table public.forgotten (id integer);
create function public.forgotten() returns integer language sql as 'select 1';
create function private.forgotten() returns integer language sql as 'select 1';
select is(
  array[
    has_table_privilege('anon', 'public.forgotten', 'select'),
    has_table_privilege('authenticated', 'public.forgotten', 'select'),
    has_table_privilege('service_role', 'public.forgotten', 'select'),
    has_function_privilege('anon', 'public.forgotten()', 'execute'),
    has_function_privilege('authenticated', 'public.forgotten()', 'execute'),
    has_function_privilege('service_role', 'public.forgotten()', 'execute'),
    has_function_privilege('authenticated', 'private.forgotten()', 'execute')
  ],
  array_fill(false, array[7]), 'what a migration forgets to grant is open to nobody');

select * from finish();
rollback;
