-- Writes days as they are now.
-- in   :ids text[]; arrays of bigint, an element for each day: :days (since 1970), and for each counter what was gained, under its
--      name with _level where it stood when the day ended, and with _change by how much that is more than the day before
-- out  rows written
insert into tracked_day (id, day, views, likes, comments, shares, saves, followers,
    views_level, likes_level, comments_level, shares_level, saves_level, followers_level,
    views_change, likes_change, comments_change, shares_change, saves_change, followers_change)
select d.id, date 'epoch' + cast(d.day as int), d.views, d.likes, d.comments, d.shares, d.saves, d.followers,
    d.views_level, d.likes_level, d.comments_level, d.shares_level, d.saves_level, d.followers_level,
    d.views_change, d.likes_change, d.comments_change, d.shares_change, d.saves_change, d.followers_change
from unnest(
    cast(cast(:ids as text[]) as uuid[]), cast(:days as bigint[]),
    cast(:views as bigint[]), cast(:likes as bigint[]), cast(:comments as bigint[]), cast(:shares as bigint[]),
    cast(:saves as bigint[]), cast(:followers as bigint[]),
    cast(:views_level as bigint[]), cast(:likes_level as bigint[]), cast(:comments_level as bigint[]),
    cast(:shares_level as bigint[]), cast(:saves_level as bigint[]), cast(:followers_level as bigint[]),
    cast(:views_change as bigint[]), cast(:likes_change as bigint[]), cast(:comments_change as bigint[]),
    cast(:shares_change as bigint[]), cast(:saves_change as bigint[]), cast(:followers_change as bigint[])
) as d (id, day, views, likes, comments, shares, saves, followers,
    views_level, likes_level, comments_level, shares_level, saves_level, followers_level,
    views_change, likes_change, comments_change, shares_change, saves_change, followers_change)
on conflict (id, day) do update set
    views = excluded.views, likes = excluded.likes, comments = excluded.comments, shares = excluded.shares,
    saves = excluded.saves, followers = excluded.followers,
    views_level = excluded.views_level, likes_level = excluded.likes_level, comments_level = excluded.comments_level,
    shares_level = excluded.shares_level, saves_level = excluded.saves_level,
    followers_level = excluded.followers_level,
    views_change = excluded.views_change, likes_change = excluded.likes_change,
    comments_change = excluded.comments_change, shares_change = excluded.shares_change,
    saves_change = excluded.saves_change, followers_change = excluded.followers_change;
