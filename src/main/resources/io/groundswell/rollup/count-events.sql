-- How many events a site had.
-- in   :site bigint, :event text (null for all), :name_key bigint (its hash), :kind int (of figures: 1 for all, 11 for one event),
--      :first date, :end date (excluded), :from timestamptz, :until timestamptz (excluded; the same times),
--      :folded :last bigint (numbers of events)
-- out  events bigint
select cast((
    select coalesce(sum(f.events), 0) from event_figure f
    where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end
) + (
    select count(*) from event e
    where e.site_number = :site and e.seq > :folded and e.seq <= :last and e.at >= :from and e.at < :until
        and (cast(:event as text) is null or e.name = :event)
) as bigint) as events;
