-- By which ids users of a site are known now.
-- in   :site bigint, :keys text[] (of the ids that are asked about)
-- out  previous_id text, user_id text; nothing for ids that stand for themselves
select a.previous_id, a.user_id
from unnest(cast(cast(:keys as text[]) as bigint[])) as t (key)
join user_alias a on a.site_number = :site and a.previous_key = t.key;
