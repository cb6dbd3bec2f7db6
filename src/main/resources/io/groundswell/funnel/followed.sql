-- What those did on a site who entered a funnel. As it stands, for users, two steps without filters and no breakdown; what has a comment
-- behind it is replaced for the others.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :first :second text (events of the steps), :bound bigint (the
--      highest key that is looked at), :most bigint (entities)
-- out  one row for each entity, by their keys: at bigint (of the event that enters, in microseconds), seq bigint (its number), value
--      text (the breakdown's), and of the events of later steps, in their order, also those before: ats bigint[] (microseconds),
--      seqs bigint[], marks int[] (which event it is, from 1, and above 8 bits of it a bit for each step whose filters do not hold);
--      these are null when there are none
select cast(round(date_part('epoch', min(e.at) filter (where e.enters)) * 1000000) as bigint) as at,
    (array_agg(e.seq) filter (where e.enters))[1] as seq,
    cast((array_agg(e.value) filter (where e.enters))[1] as text) as value,
    array_agg(cast(round(date_part('epoch', e.at) * 1000000) as bigint)) filter (where e.later is not null) as ats,
    array_agg(e.seq) filter (where e.later is not null) as seqs,
    array_agg(e.later | (e.refused << 8)) filter (where e.later is not null) as marks
from (
    select e.user_key/* entity */ as entity, e.at, e.seq, e.name = :first and true/* first */ as enters,
        case e.name when :second then 1 end/* later */ as later, 0/* refused */ as refused, null/* value */ as value
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until and e.user_key/* entity */ <= :bound
    -- The order of the index of users, so that no more is read than is wanted. Arrays keep it.
    order by e.user_key/* entity */, e.at, e.seq
    -- Names are compared once.
    offset 0
) e
where e.enters or e.later is not null
group by e.entity
having bool_or(e.enters)
-- Keys are hashes, so if there are too many, these are a sample of all, and always the same one.
order by e.entity
limit :most;
