-- The values of a property that has no column of its own, in those events of a site that are in no segment, which replace "true" below.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :property text, :event text (null for all)
-- out  value text, user_key bigint, number int (the user's), events bigint; the second and third may be null
select m.value, m.user_key, v.number, m.events
from (
    select e.properties ->> :property as value, e.user_key, count(*) as events
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
        and (cast(:event as text) is null or e.name = :event)
        and e.properties ->> :property is not null
        and true/* rest */
    group by 1, 2
) m
left join visitor v on v.site_number = :site and v.user_key = m.user_key;
