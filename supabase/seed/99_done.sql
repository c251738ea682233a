insert into private.settings (key, value) values ('demo', 'true');
drop schema demo cascade;
analyze public.conversation_events;
