-- Notes the ids of events that are new to their sites.
-- in   :sites text[] (of numbers), :keys text[] (of uuids; as many), :today date
-- out  site_number bigint, key text
insert into event_key (site_number, key, seen_on)
select t.site_number, t.key, cast(:today as date)
from unnest(cast(cast(:sites as text[]) as bigint[]), cast(cast(:keys as text[]) as uuid[])) as t (site_number, key)
order by t.site_number, t.key
on conflict do nothing
returning site_number, cast(key as text) as key;
