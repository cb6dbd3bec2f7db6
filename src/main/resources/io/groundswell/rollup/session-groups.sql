-- What the sessions of a site come to, by their pages or by how long they lasted.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :by text (ENTRY_PAGE, EXIT_PAGE or LENGTH), :most bigint
-- out  value text, sessions, bounces, duration (milliseconds), events: bigint
with valued as (
    select s.interactive, s.events, 1000 * extract(epoch from s.end_at - s.start_at) as duration,
        case :by
            when 'ENTRY_PAGE' then s.entry_page
            when 'EXIT_PAGE' then s.exit_page
            when 'LENGTH' then (array['0s', '1-10s', '10-30s', '30-60s', '1-3m', '3-10m', '10m+'])[1 + width_bucket(
                s.end_at - s.start_at,
                array[interval '1 ms', interval '10 s', interval '30 s', interval '1 min', interval '3 min', interval '10 min'])]
        end as value
    from session s
    where s.site_number = :site and s.start_at >= :from and s.start_at < :until
)
select value, count(*) as sessions, count(*) filter (where interactive = 0) as bounces,
    cast(sum(duration) as bigint) as duration, cast(sum(events) as bigint) as events
from valued
where value is not null
group by value
order by sessions desc, value collate "C"
limit :most;
