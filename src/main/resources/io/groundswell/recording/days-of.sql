-- Single days of things.
-- in   :ids text[], :days bigint[] (days since 1970), an element of each for each day
-- out  those that there are
select d.id::text as id, d.day,
    d.views, d.likes, d.comments, d.shares, d.saves, d.followers,
    d.views_level, d.likes_level, d.comments_level, d.shares_level, d.saves_level, d.followers_level,
    d.views_change, d.likes_change, d.comments_change, d.shares_change, d.saves_change, d.followers_change
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:days as bigint[])) as w (id, day)
cross join lateral (
    select * from tracked_day t where t.id = w.id and t.day = date 'epoch' + cast(w.day as int) offset 0) d;
