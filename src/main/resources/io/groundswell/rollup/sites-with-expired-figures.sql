-- Sites with figures of weeks that are wholly older than what they keep.
-- in   :plans text[], :days text[] (that each of them keeps), :today date
-- out  site_number bigint, day date (the first that stays)
select k.site_number, k.monday as day
from (
    select s.site_number, cast(date_trunc('week', cast(s.oldest as timestamp)) as date) as monday
    from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) s
) k
where exists (
        select from event_figure f
        where f.site_number = k.site_number and f.name_key = 0 and f.kind = 1 and f.day < k.monday)
    or exists (
        select from session_figure f where f.site_number = k.site_number and f.kind = 1 and f.day < k.monday)
limit 1000;
