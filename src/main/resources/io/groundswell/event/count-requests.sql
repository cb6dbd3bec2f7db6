-- Counts requests of sites in a minute.
-- in   :sites text[] (of numbers), :requests text[] (of counts; as many), :minute timestamptz
-- out  site_number bigint, requests bigint (with these)
insert into event_minute (site_number, minute, requests)
select t.site_number, :minute, t.requests
from unnest(cast(cast(:sites as text[]) as bigint[]), cast(cast(:requests as text[]) as bigint[])) as t (site_number, requests)
order by t.site_number
on conflict (site_number, minute) do update set requests = event_minute.requests + excluded.requests
returning site_number, requests;
