-- Who saw which variant of an experiment, and who of them did what it is for, once each, when they saw it or later. Users count for
-- the variant that they saw first, by time and among the same times by arrival.
-- in   :site bigint, :events bigint (that the site ever had), :from timestamptz, :until timestamptz (included), :experiment text,
--      :after bigint (events up to this one are another experiment's), :variants text[], :goal text
-- out  variant text, exposures bigint, users bigint, conversions bigint; a row for each variant, in their order
with exposure as materialized (
    select e.variant, e.user_key, e.at, e.seq
    from event e
    where e.site_number = :site and e.experiment = :experiment and e.at >= :from and e.at <= :until and e.seq > :after
        and e.variant = any(cast(:variants as text[]))
), assigned as materialized (
    select distinct on (x.user_key) x.user_key, x.variant, x.at
    from exposure x
    where x.user_key is not null
    order by x.user_key, x.at, x.seq
), size as materialized (
    -- To look up one user takes as long as to look through some fifty events.
    select count(*) * 50 > :events - (select min(seq) from exposure) as is_large, min(at) as first_at from assigned
), converted as (
    select a.variant
    from assigned a
    where not (select is_large from size) and exists (
        select from event g
        where g.site_number = :site and g.user_key = a.user_key and g.name = :goal and g.at >= a.at and g.at <= :until)
    union all
    select a.variant
    from assigned a
    join (
        select g.user_key, max(g.at) as last_at
        from event g
        where (select is_large from size) and g.site_number = :site and g.user_key is not null and g.name = :goal
            and g.at >= (select first_at from size)
            -- As the other end of a stretch that is not known yet, the planner would take it for a short one, and read rows.
            and (g.at <= :until) is true
        group by g.user_key
    ) l on l.user_key = a.user_key and l.last_at >= a.at
)
select v.variant, coalesce(x.exposures, 0) as exposures, coalesce(a.users, 0) as users, coalesce(c.users, 0) as conversions
from unnest(cast(:variants as text[])) with ordinality as v (variant, position)
left join (select variant, count(*) as exposures from exposure group by variant) x using (variant)
left join (select variant, count(*) as users from assigned group by variant) a using (variant)
left join (select variant, count(*) as users from converted group by variant) c using (variant)
order by v.position;
