-- What the sessions of a site come to, by their pages or by how long they lasted.
-- in   :site bigint, :by text (ENTRY_PAGE, EXIT_PAGE or LENGTH), :kind int (of its figures), :most bigint, one element of each for each
--      part of the time: :part_signs (1 for days, -1 for weeks that are added up) :part_firsts :part_ends (days, the latter excluded)
--      text[], :weeks (their Mondays) text[], :from timestamptz, :until timestamptz (excluded; the same times), :open timestamptz
--      (start of the first session that is not folded, or :from if that is later)
-- out  value text, sessions, bounces, duration (milliseconds), events: bigint
with part as (
    select * from unnest(
        cast(cast(:part_signs as text[]) as int[]),
        cast(cast(:part_firsts as text[]) as date[]),
        cast(cast(:part_ends as text[]) as date[])) as p (sign, first, until)
),
kept as (
    -- Of what is in a week, that is its Monday here.
    select f.value_key, cast(sum(f.sessions) as bigint) as sessions, cast(sum(f.bounces) as bigint) as bounces,
        cast(sum(f.duration) as bigint) as duration, cast(sum(f.events) as bigint) as events, min(f.day) as first
    from part p
    cross join lateral (
        -- One part after the other is looked up in the index.
        select f.value_key, f.sessions, f.bounces, f.duration, f.events, f.day from session_figure f
        where f.site_number = :site and f.kind = p.sign * cast(:kind as int) and f.day >= p.first and f.day < p.until
        offset 0
    ) f
    group by f.value_key
),
change as (
    -- Made while it runs: what the planner knows of starts is that of all sites, and a busy one has it start processes for few rows here.
    select cast(1 as bigint) as sign, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive
    from session s
    where s.site_number = :site and s.start_at >= (select cast(:open as timestamptz)) and s.start_at < :until
    union all
    select c.sign, c.start_at, c.end_at, c.entry_page, c.exit_page, c.events, c.interactive
    from session_correction c
    where c.site_number = :site and c.start_at >= :from and c.start_at < :until
),
told as (
    select v.value, value_key(v.value) as value_key, cast(sum(v.sign) as bigint) as sessions,
        cast(coalesce(sum(v.sign) filter (where v.interactive = 0), 0) as bigint) as bounces,
        cast(sum(v.sign * v.duration) as bigint) as duration, cast(sum(v.sign * v.events) as bigint) as events
    from (
        select p.sign, p.interactive, p.events, 1000 * extract(epoch from p.end_at - p.start_at) as duration,
            case :by
                when 'ENTRY_PAGE' then p.entry_page
                when 'EXIT_PAGE' then p.exit_page
                when 'LENGTH' then session_length(p.end_at - p.start_at)
            end as value
        from change p
    ) v
    where v.value is not null
    group by v.value
),
ranked as (
    -- With all that are equal to the last one, among which the values decide.
    select b.value_key, sum(b.sessions) as sessions, sum(b.bounces) as bounces, sum(b.duration) as duration,
        sum(b.events) as events, min(b.first) as first
    from (
        select value_key, sessions, bounces, duration, events, first from kept
        union all
        select value_key, sessions, bounces, duration, events, null from told
    ) b
    group by b.value_key
    having sum(b.sessions) > 0
    order by sessions desc
    fetch first (cast(:most as bigint)) rows with ties
),
named as (
    select coalesce(t.value, (
            select f.value from session_figure f
            where f.site_number = :site and f.kind = :kind and f.value_key = r.value_key
                and f.day = r.first + coalesce((
                    select cast(left(w.value, 1) as int) from session_figure w
                    where w.site_number = :site and w.kind = -cast(:kind as int) and w.day = r.first
                        and w.value_key = r.value_key and r.first = any (cast(cast(:weeks as text[]) as date[]))
                ), 0)
        )) as value,
        cast(r.sessions as bigint) as sessions, cast(r.bounces as bigint) as bounces, cast(r.duration as bigint) as duration,
        cast(r.events as bigint) as events
    from ranked r
    left join told t on t.value_key = r.value_key
)
select value, sessions, bounces, duration, events from named
order by sessions desc, value collate "C"
limit :most;
