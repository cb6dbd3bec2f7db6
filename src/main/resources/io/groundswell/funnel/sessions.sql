-- What happened in the sessions of a site that entered a funnel, from there on. As it stands, for steps without filters and a
-- funnel without a breakdown; what has a comment behind it is replaced for the others.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :first text (event of the first step), :names text[]
--      (events of all steps, each once), :window bigint (milliseconds), :most bigint (sessions)
-- out  entity bigint, at bigint (milliseconds), name integer (place in :names, from 1), refused integer (a bit for each step
--      whose filters do not hold), value text (the breakdown's, of the entering event); session by session, in the order of
--      events, beginning with the one that enters
with entered as materialized (
    -- Their keys are hashes, so if there are too many, these are a sample of all, and always the same one.
    select distinct on (e.session_key) e.session_key as entity, e.at, e.seq, null/* value */ as value
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until and e.session_key is not null and e.name = :first
        and true/* first */
    order by e.session_key, e.at, e.seq
    limit :most
)
-- No index leads to the events of a session: all of the days are looked through, twice.
select x.entity, cast(round(date_part('epoch', e.at) * 1000) as bigint) as at,
    array_position(cast(:names as text[]), e.name) as name, 0/* refused */ as refused, cast(x.value as text) as value
from entered x
join event e on e.session_key = x.entity and (e.at, e.seq) >= (x.at, x.seq)
    and e.at <= x.at + cast(:window as bigint) * interval '1 ms'
where e.site_number = :site and e.at >= :from and e.at < :until and e.name = any(cast(:names as text[]))
order by x.entity, e.at, e.seq;
