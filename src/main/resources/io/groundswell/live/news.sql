-- What came to sites after some of their events, as far as it tells of the present.
-- in   :sites text[] (of numbers), :afters text[] (as many, of numbers of events, excluded), :untils text[] (as many), :oldest
--      timestamptz (no event that counts is older), :most bigint (of a site)
-- out  site bigint, seq bigint, at timestamptz, arrived_at timestamptz, name text, properties jsonb, user_id text, session_id text,
--      country text; those of a site in the order in which they came
select w.number as site, n.seq, n.at, n.arrived_at, n.name, n.properties, n.user_id, n.session_id, n.country
from unnest(
    cast(cast(:sites as text[]) as bigint[]), cast(cast(:afters as text[]) as bigint[]), cast(cast(:untils as text[]) as bigint[])
) as w (number, after, until)
cross join lateral (
    select e.seq, e.at, e.arrived_at, e.name, told_properties(e) as properties, e.user_id, e.session_id, e.country
    from event e
    where e.site_number = w.number and e.seq > w.after and e.seq <= w.until and e.at >= :oldest and e.arrived_at is not null
    order by e.seq
    limit :most
) n
order by w.number, n.seq;
