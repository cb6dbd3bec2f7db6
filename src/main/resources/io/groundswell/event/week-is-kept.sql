-- Whether a week holds an event that its site keeps.
-- in   :plans text[], :days text[] (that each of them keeps), :today date, :from timestamptz, :until timestamptz (excluded)
-- out  kept boolean
select exists (
    select from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) k
    where (k.oldest is null or cast(k.oldest as timestamp) at time zone 'UTC' < :until)
        and exists (
            select from event e
            where e.site_number = k.site_number and e.at >= :from and e.at < :until)) as kept;
