drop function public.list_ai_models();
drop function private.usage_cost(text, bigint[], jsonb);
drop function private.price_ids(text, date);
drop table private.ai_model_prices;
drop table private.ai_models;
