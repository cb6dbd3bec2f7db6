-- What happened on a site in each stretch of time. What is folded and what is not come in rows of their own.
-- in   :site bigint, :kind int (of figures: 1 for days, 2 for hours), :unit text (day or hour), :first date, :end date (excluded),
--      :from timestamptz, :until timestamptz (excluded; the same times), :folded :last bigint (numbers of events)
-- out  stretch timestamp (its begin in UTC), events bigint, users bytea, numbers int[], newcomers bigint[] (keys; each may be null)
select f.day + cast(coalesce(f.value, '0') as int) * interval '1 hour' as stretch, f.events, f.users,
    cast(null as int[]) as numbers, cast(null as bigint[]) as newcomers
from event_figure f
where f.site_number = :site and f.name_key = 0 and f.kind = :kind and f.day >= :first and f.day < :end
union all
select date_trunc(:unit, e.at at time zone 'UTC'), count(*), null, array_agg(distinct v.number) filter (where v.number is not null),
    array_agg(distinct e.user_key) filter (where v.number is null and e.user_key is not null)
from event e
left join visitor v on v.site_number = e.site_number and v.user_key = e.user_key
where e.site_number = :site and e.seq > :folded and e.seq <= :last and e.at >= :from and e.at < :until
group by 1;
