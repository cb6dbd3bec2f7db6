-- What automata told a site, in all, by day, by category, and by name.
-- in   :site bigint, :from date, :until date (excluded)
-- out  day date, category text, name text (each null where it does not count), requests bigint, events bigint, first date, last date;
--      no row at all when there was nothing
select day, category, name, cast(sum(requests) as bigint) as requests, cast(sum(events) as bigint) as events,
    min(a.day) as first, max(a.day) as last
from automaton_day a
where a.site_number = :site and a.day >= :from and a.day < :until
group by grouping sets ((), (day), (category), (category, name))
having count(*) > 0
order by day, requests desc, category collate "C", name collate "C";
