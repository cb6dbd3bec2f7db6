-- Users that leave a day of the figures, as none of their sessions is on it any more: neither one that is in the figures as it is, nor
-- one that is in them as it was.
-- in   :site bigint, :before timestamptz (start of the first session that is not in the figures), and one element of each for
--      each of those that may leave: :days :users (keys) :numbers text[]
-- out  day date, number int
select t.day, t.number
from unnest(
    cast(cast(:days as text[]) as date[]),
    cast(cast(:users as text[]) as bigint[]),
    cast(cast(:numbers as text[]) as int[])) as t (day, user_key, number)
where not exists (
        select from visitor v
        join session s on s.site_number = v.site_number and s.user_key = v.user_key
        where v.site_number = :site and v.user_key = t.user_key and v.number = t.number
            and s.start_at >= cast(t.day as timestamp) at time zone 'UTC' and s.start_at < cast(t.day + 1 as timestamp) at time zone 'UTC' and s.start_at < :before
            and not exists (
                select from session_change c where c.site_number = s.site_number and c.session_key = s.session_key))
    -- Read once: no index leads to the changes of a user.
    and (t.day, t.number) not in (
        select cast(c.start_at at time zone 'UTC' as date), c.number
        from session_change c
        where c.site_number = :site and c.start_at is not null
            and c.number in (select unnest(cast(cast(:numbers as text[]) as int[]))));
