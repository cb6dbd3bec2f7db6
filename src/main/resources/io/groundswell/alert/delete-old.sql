-- Deletes old alerts, 10,000 of each sort at a time.
-- in   :resolved_before :raised_before timestamptz
delete from alert where id = any (
    array(select id from alert where resolved_at < :resolved_before order by resolved_at limit 10000 for update skip locked)
    || array(select id from alert where raised_at < :raised_before order by raised_at limit 10000 for update skip locked));
