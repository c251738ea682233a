drop function public.retry_conversation(uuid);
drop function public.fail_conversation(uuid, uuid, text);
drop function public.finish_conversation(uuid, uuid, integer, jsonb);
drop function public.extend_claim(uuid, uuid);
drop function public.claim_conversations(integer);
drop function private.require_gym(uuid, uuid[]);
