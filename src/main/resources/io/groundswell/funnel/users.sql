-- What the users of a site did who entered a funnel, from there on. As it stands, for steps without filters and a funnel
-- without a breakdown; what has a comment behind it is replaced for the others.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :first text (event of the first step), :names text[]
--      (events of all steps, each once), :window bigint (milliseconds), :most bigint (users)
-- out  entity bigint, at bigint (milliseconds), name integer (place in :names, from 1), refused integer (a bit for each step
--      whose filters do not hold), value text (the breakdown's, of the entering event); user by user, in the order of events,
--      beginning with the one that enters
with entered as materialized (
    -- Their keys are hashes, so if there are too many, these are a sample of all, and always the same one.
    select distinct on (e.user_key) e.user_key as entity, e.at, e.seq, null/* value */ as value
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until and e.user_key is not null and e.name = :first
        and true/* first */
    order by e.user_key, e.at, e.seq
    limit :most
)
select x.entity, cast(round(date_part('epoch', f.at) * 1000) as bigint) as at,
    array_position(cast(:names as text[]), f.name) as name, f.refused, cast(x.value as text) as value
from entered x
cross join lateral (
    select e.at, e.seq, e.name, 0/* refused */ as refused
    from event e
    where e.site_number = :site and e.user_key = x.entity and (e.at, e.seq) >= (x.at, x.seq)
        and e.at <= x.at + cast(:window as bigint) * interval '1 ms' and e.at < :until
        and e.name = any(cast(:names as text[]))
    -- User by user, in their index, however many the planner thinks there are.
    offset 0
) f
order by x.entity, f.at, f.seq;
