-- Marks of changes are looked for by answers of the last 5 minutes. They are written while a transaction runs, which may take a while
-- longer; all by the database's clock, for which it does not matter what day a test has.
delete from series_change where ctid = any (array(
    select ctid from series_change where changed_at < clock_timestamp() - interval '15 minutes' limit 10000
    for update skip locked));
