-- Which users of a site are known to have had other ids: all that touches some ids, or the ids that these have now.
-- in   :site bigint, :keys text[] (of the ids)
-- out  previous_id text, user_id text
with asked as (
    select t.key from unnest(cast(cast(:keys as text[]) as bigint[])) as t (key)
),
touched as (
    select key from asked
    union
    select a.user_key from asked join user_alias a on a.site_number = :site and a.previous_key = asked.key
)
select a.previous_id, a.user_id
from touched t join user_alias a on a.site_number = :site and a.previous_key = t.key
union
select a.previous_id, a.user_id
from touched t join user_alias a on a.site_number = :site and a.user_key = t.key;
