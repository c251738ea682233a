-- What each tool may tell to whom (rule P7): a badge identifies for a greeting, it proves nothing.

create function private.tool_fields() returns table (tool text, field text, assurance text)
language sql immutable set search_path = ''
as $$
  values
    ('get_gym_info', 'name', 'anybody'), ('get_gym_info', 'address', 'anybody'), ('get_gym_info', 'phone', 'anybody'),
    ('get_gym_info', 'today', 'anybody'), ('get_gym_info', 'week', 'anybody'), ('get_gym_info', 'exceptions', 'anybody'),
    ('get_gym_info', 'inside_now', 'anybody'), ('get_gym_info', 'usual_now', 'anybody'),
    ('get_gym_info', 'facilities', 'anybody'), ('get_gym_info', 'price_note', 'anybody'),
    ('get_class_schedule', 'classes', 'anybody'),
    ('report_issue', 'status', 'anybody'), ('report_issue', 'alert_id', 'anybody'),
    ('leave_feedback', 'status', 'anybody'),
    ('call_staff', 'status', 'anybody'),
    ('get_member_profile', 'first_name', 'badge'), ('get_member_profile', 'bookings_today', 'badge'),
    ('get_member_profile', 'membership', 'badge'),
    ('get_member_profile', 'member_since', 'staff'), ('get_member_profile', 'visits_this_month', 'staff'),
    ('get_member_profile', 'last_name', 'staff'), ('get_member_profile', 'email', 'staff'),
    ('get_member_profile', 'phone', 'staff'), ('get_member_profile', 'birth_date', 'staff'),
    ('get_member_profile', 'membership_type', 'staff'), ('get_member_profile', 'membership_ends_on', 'staff'),
    ('get_member_profile', 'primary_goals', 'staff'), ('get_member_profile', 'current_weight_kg', 'staff'),
    ('get_member_profile', 'injuries', 'staff'), ('get_member_profile', 'churn_risk', 'staff'),
    ('book_class', 'status', 'badge'), ('book_class', 'booking_id', 'badge'), ('book_class', 'class', 'badge'),
    ('cancel_booking', 'status', 'badge'), ('cancel_booking', 'class', 'badge'),
    ('recall_past_conversations', 'conversations', 'memory'),
    ('recall_past_conversations', 'summaries', 'staff'), ('recall_past_conversations', 'quotes', 'staff'),
    ('recall_past_conversations', 'mood', 'staff'),
    ('update_goal', 'status', 'memory'), ('update_goal', 'goal', 'memory'),
    ('update_goal', 'primary_goals', 'staff')
$$;
comment on function private.tool_fields() is
  'Fields by tool and what they need: anybody, badge (a member''s badge), memory (badge and the leave to remember), staff (never at a kiosk: the team is called).';

create function private.session_assurances(p_session public.openai_realtime_sessions) returns text[]
language sql immutable set search_path = ''
as $$
  select case
    when p_session.member_id is null then '{anybody}'
    when (p_session.consent ->> 'remember')::boolean then '{anybody,badge,memory}'
    else '{anybody,badge}'
  end::text[]
$$;
comment on function private.session_assurances(public.openai_realtime_sessions) is
  'What a conversation at a kiosk is good for; a badge is never more than a badge.';

create function private.told_fields(p_tool text, p_outcome jsonb, p_assurances text[]) returns jsonb
language sql immutable set search_path = ''
as $$
  select case
    when jsonb_typeof(p_outcome -> 'result') = 'object' then jsonb_set(p_outcome, '{result}', (
      select coalesce(jsonb_object_agg(each.key, each.value), '{}')
      from jsonb_each(p_outcome -> 'result') as each
      join private.tool_fields() f on f.tool = p_tool and f.field = each.key and f.assurance = any (p_assurances)
    ))
    else p_outcome
  end
$$;
comment on function private.told_fields(text, jsonb, text[]) is
  'An outcome without the fields that the table does not open to these assurances; a field that is not in it never leaves.';
