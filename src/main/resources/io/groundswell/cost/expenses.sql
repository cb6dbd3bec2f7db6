-- What was paid for in a row of days, added up in several ways at once. Each of them adds up to the total.
-- in   :organization :mode :mission text (null: all missions), :starts text[] (instants: where each day begins, and where
--      the last one ends), :from :until timestamptz (the first and the last of them), :most int (missions told apart)
-- out  way text ('total', 'provider', 'mission', 'stage' or 'day'), and what that way tells apart: provider, type text;
--      mission_id, mission_name text, both null for all but the dearest; stage text; day int, from 1 on;
--      cost_cents, requests, tokens, images bigint; by way, the dearest first
-- Read by time and then added up in memory: left to itself the planner takes days for as many as there are charges, and sorts.
with charge as materialized (
    select id, provider, type, mission_id, stage, requests, tokens, images, cost_cents,
        -- Read from text once, and not for every charge.
        width_bucket(at, (select cast(cast(:starts as text[]) as timestamptz[]))) as day
    from ledger_entry
    where organization_id = :organization and mode = :mode and state = 'SETTLED' and at >= :from and at < :until
      and (cast(:mission as text) is null or mission_id = cast(:mission as text))
), sums as (
    select grouping(provider, mission_id, stage, day) as way, provider, type, mission_id, stage, day,
        max(id) as newest, sum(cost_cents) as cost_cents, sum(requests) as requests, sum(tokens) as tokens,
        sum(images) as images
    from charge
    group by grouping sets ((), (provider, type), (mission_id), (stage), (day))
), placed as (
    select sums.*, row_number() over (partition by way order by cost_cents desc, mission_id) as place from sums
), told as (
    select way, provider, type, stage, day, case when place <= :most then mission_id end as mission_id,
        max(newest) as newest, coalesce(sum(cost_cents), 0)::bigint as cost_cents,
        coalesce(sum(requests), 0)::bigint as requests, coalesce(sum(tokens), 0)::bigint as tokens,
        coalesce(sum(images), 0)::bigint as images
    from placed group by 1, 2, 3, 4, 5, 6
)
select case way when 15 then 'total' when 7 then 'provider' when 11 then 'mission' when 13 then 'stage' else 'day' end
        as way,
    told.provider, told.type, told.mission_id, told.stage, told.day,
    case when told.mission_id is not null then (select mission_name from ledger_entry where id = told.newest) end
        as mission_name,
    told.cost_cents, told.requests, told.tokens, told.images
from told
order by way, told.mission_id is null, told.cost_cents desc, told.provider, told.type, told.mission_id, told.stage, told.day;
