-- By which ids users are known now.
-- in   :sites text[] (of numbers), :keys text[] (of the ids that are asked about; as many)
-- out  site_number bigint, previous_id text, user_id text; nothing for ids that stand for themselves
select a.site_number, a.previous_id, a.user_id
from unnest(cast(cast(:sites as text[]) as bigint[]), cast(cast(:keys as text[]) as bigint[])) as t (site_number, key)
join user_alias a on a.site_number = t.site_number and a.previous_key = t.key;
