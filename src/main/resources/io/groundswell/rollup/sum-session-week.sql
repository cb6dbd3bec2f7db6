-- Adds up the figures of sessions of a week. Counts are in the index, and nothing else is read.
-- in   :site bigint, :monday date
insert into session_figure (site_number, kind, day, value_key, sessions, bounces, duration, events, value)
select :site, -f.kind, cast(:monday as date), f.value_key, sum(f.sessions), sum(f.bounces), sum(f.duration), sum(f.events),
    concat(min(f.day) - cast(:monday as date), max(f.day) - cast(:monday as date))
from session_figure f
where f.site_number = :site and f.kind in (2, 3, 4) and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
group by f.kind, f.value_key;
