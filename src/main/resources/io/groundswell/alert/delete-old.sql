-- Deletes old alerts whose cause is over, 10,000 of each sort at a time.
-- in   :resolved_before :raised_before timestamptz, :moments text[], the kinds whose causes do not go on
delete from alert where id = any (
    array(
        select id from alert
        where resolved_at < :resolved_before and (ended_at is not null or kind = any (:moments))
        order by resolved_at limit 10000 for update skip locked)
    || array(
        select id from alert
        where raised_at < :raised_before and (ended_at is not null or kind = any (:moments))
        order by raised_at limit 10000 for update skip locked));
