-- Which users are known to have had other ids: all that touches some ids, or the ids that these have now.
-- in   :sites text[] (of numbers), :keys text[] (of the ids; as many)
-- out  site_number bigint, previous_id text, user_id text
with asked as (
    select t.site_number, t.key
    from unnest(cast(cast(:sites as text[]) as bigint[]), cast(cast(:keys as text[]) as bigint[])) as t (site_number, key)
),
touched as (
    select site_number, key from asked
    union
    select a.site_number, a.user_key
    from asked join user_alias a on a.site_number = asked.site_number and a.previous_key = asked.key
)
select a.site_number, a.previous_id, a.user_id
from touched t join user_alias a on a.site_number = t.site_number and a.previous_key = t.key
union
select a.site_number, a.previous_id, a.user_id
from touched t join user_alias a on a.site_number = t.site_number and a.user_key = t.key;
