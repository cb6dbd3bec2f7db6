-- Counts requests of sites in a minute.
-- in   :sites text[] (of numbers), :counts text[] (as many), :minute timestamptz
-- out  number bigint, total bigint (with these)
insert into event_minute (site_number, minute, requests)
select t.site_number, :minute, t.requests
from unnest(cast(cast(:sites as text[]) as bigint[]), cast(cast(:counts as text[]) as bigint[])) as t (site_number, requests)
order by t.site_number
on conflict (site_number, minute) do update set requests = event_minute.requests + excluded.requests
returning site_number as number, requests as total;
