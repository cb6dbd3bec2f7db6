-- On which days something of one name happened on a site. What is folded and what is not come in rows of their own.
-- in   :site bigint, :event text, :name_key bigint (its hash), :kind int (of figures: 11 for one event), :first date,
--      :end date (excluded), :from timestamptz, :until timestamptz (excluded; the same times), :folded :last bigint (numbers of events)
-- out  stretch timestamp (the day's begin in UTC), events bigint, users bytea, numbers int[], newcomers bigint[] (keys; each may be null)
select cast(f.day as timestamp) as stretch, f.events, f.users, cast(null as int[]) as numbers, cast(null as bigint[]) as newcomers
from event_figure f
where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end
union all
select date_trunc('day', e.at at time zone 'UTC'), count(*), null, array_agg(distinct v.number) filter (where v.number is not null),
    array_agg(distinct e.user_key) filter (where v.number is null and e.user_key is not null)
from event e
left join visitor v on v.site_number = e.site_number and v.user_key = e.user_key
where e.site_number = :site and e.seq > :folded and e.seq <= :last and e.at >= :from and e.at < :until and e.name = :event
group by 1;
