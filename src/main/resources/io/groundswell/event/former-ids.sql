-- The former ids of some users of a site.
-- in   :site bigint, :keys text[] (of the users' ids)
-- out  previous_id text, user_id text
select a.previous_id, a.user_id
from unnest(cast(cast(:keys as text[]) as bigint[])) as t (key)
join user_alias a on a.site_number = :site and a.user_key = t.key;
