drop function private.member_page_sql(uuid, jsonb, text, jsonb, integer, boolean);
drop function private.member_search_sql(uuid, jsonb, text, text, boolean);
drop function private.phone_patterns(text);
drop function private.member_conditions(uuid, jsonb);
drop function private.filter_day(jsonb, text);
drop function private.filter_text(jsonb, text, text[]);
drop function private.member_moment(timestamptz);
drop function private.member_orders();
