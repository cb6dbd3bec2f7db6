-- Has sessions be what their events come to without some of a user. Those that have no others are left with none.
-- in   :site bigint, :sessions text[] (of numbers), :key bigint (the user's), :until bigint (the number of the last of the user's events
--      that do not count), :passive text[] (names of events that take nobody who does something)
with old as (
    select s.session_key, s.start_at, s.end_at
    from session s
    where s.site_number = :site and s.session_key = any (cast(cast(:sessions as text[]) as bigint[]))
),
stretch as (
    -- When any of them was under way, so that what happened during several is read once: no index leads to the events of a session.
    select min(n.start_at) as start_at, max(n.end_at) as end_at
    from (
        select b.start_at, b.end_at, count(*) filter (where b.begins) over (order by b.start_at, b.session_key) as nth
        from (
            select o.session_key, o.start_at, o.end_at,
                o.start_at > max(o.end_at) over (
                    order by o.start_at, o.session_key rows between unbounded preceding and 1 preceding) as begins
            from old o
        ) b
    ) n
    group by n.nth
),
rest as (
    select o.session_key, count(*) as events, count(*) filter (where e.name <> all (cast(:passive as text[]))) as interactive,
        min(e.at) as start_at, max(e.at) as end_at,
        -- Of two events at the same time, the one that came first is the earlier one.
        min(array[cast(1000000 * extract(epoch from e.at) as bigint), e.seq]) as first,
        max(array[cast(1000000 * extract(epoch from e.at) as bigint), e.seq]) as last,
        min(e.seq) filter (where e.user_key is not null) as first_of_user
    from stretch t
    cross join lateral (
        select e.at, e.seq, e.name, e.user_key, e.session_key
        from event e
        where e.site_number = :site and e.at >= t.start_at and e.at <= t.end_at
            and (e.user_key is distinct from :key or e.seq > :until)
        offset 0
    ) e
    join old o on o.session_key = e.session_key and e.at >= o.start_at and e.at <= o.end_at
    group by o.session_key
)
update session s
set start_at = coalesce(r.start_at, s.start_at),
    end_at = coalesce(r.end_at, s.end_at),
    -- As when the events came: the first of the two that is a text of some length.
    entry_page = (
        select coalesce(
            nullif(e.path, ''),
            case when jsonb_typeof(e.properties -> 'url') = 'string' then nullif(e.properties ->> 'url', '') end)
        from event e
        where e.site_number = :site and e.at = r.start_at and e.seq = r.first[2]),
    exit_page = (
        select coalesce(
            nullif(e.path, ''),
            case when jsonb_typeof(e.properties -> 'url') = 'string' then nullif(e.properties ->> 'url', '') end)
        from event e
        where e.site_number = :site and e.at = r.end_at and e.seq = r.last[2]),
    events = coalesce(r.events, 0),
    interactive = coalesce(r.interactive, 0),
    (user_key, user_id) = (
        select e.user_key, e.user_id
        from event e
        where e.site_number = :site and e.seq = r.first_of_user and e.at >= r.start_at and e.at <= r.end_at)
from old o
left join rest r on r.session_key = o.session_key
where s.site_number = :site and s.session_key = o.session_key;
