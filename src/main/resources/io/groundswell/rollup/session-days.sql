-- What the sessions of a site come to, by the day in UTC on which they start. What is folded and what is not come in rows of their
-- own, in no order.
-- in   :site bigint, :first date, :end date (excluded), :from timestamptz, :until timestamptz (excluded; the same times), :open timestamptz
--      (start of the first session that is not folded, or :from if that is later)
-- out  kept boolean, day date, sessions, bounces, duration (milliseconds), events: bigint, users bytea, numbers int[], newcomers bigint[] (keys),
--      gone int[] (numbers of those who are not among the users of the day any more; each may be null)
select true as kept, f.day, f.sessions, f.bounces, f.duration, f.events, f.users, cast(null as int[]) as numbers,
    cast(null as bigint[]) as newcomers, cast(null as int[]) as gone
from session_figure f
where f.site_number = :site and f.kind = 1 and f.day >= :first and f.day < :end
union all
select false, cast(p.start_at at time zone 'UTC' as date), cast(sum(p.sign) as bigint),
    cast(coalesce(sum(p.sign) filter (where p.interactive = 0), 0) as bigint),
    cast(sum(p.sign * 1000 * extract(epoch from p.end_at - p.start_at)) as bigint), cast(sum(p.sign * p.events) as bigint),
    null, array_agg(distinct v.number) filter (where p.sign > 0 and v.number is not null),
    array_agg(distinct p.user_key) filter (where p.sign > 0 and v.number is null and p.user_key is not null), null
from (
    -- Made while it runs: what the planner knows of starts is that of all sites, and a busy one has it start processes for few rows here.
    select cast(1 as bigint) as sign, s.start_at, s.end_at, s.events, s.interactive, s.user_key
    from session s
    where s.site_number = :site and s.start_at >= (select cast(:open as timestamptz)) and s.start_at < :until
    union all
    select c.sign, c.start_at, c.end_at, c.events, c.interactive, c.user_key
    from session_correction c
    where c.site_number = :site and c.start_at >= :from and c.start_at < :until
) p
left join visitor v on v.site_number = :site and v.user_key = p.user_key
group by 2
union all
select false, l.day, 0, 0, 0, 0, null, null, null, array_agg(l.number)
from session_leaver l
where l.site_number = :site and l.day >= :first and l.day < :end
group by l.day;
