-- How many former ids some users of a site have.
-- in   :site bigint, :keys text[] (of the users' ids)
-- out  key bigint, ids int; nothing for users who have none
select t.key, cast(count(*) as int) as ids
from unnest(cast(cast(:keys as text[]) as bigint[])) as t (key)
join user_alias a on a.site_number = :site and a.user_key = t.key
group by t.key;
