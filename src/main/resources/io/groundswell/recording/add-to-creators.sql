-- Adds what days of videos come to more than before to the sums of their creators, whose rows of tracked are held. Gained sums
-- and counts of known ones have one row for each day, levels one for each creator.
-- in   :ids text[]; arrays of bigint, an element for each creator and day: :days (since 1970), for each counter what was gained,
--      under its name with _known of how many videos that is known, with _change the change of the level
-- out  rows written
with more as (
    select d.id, date 'epoch' + cast(d.day as int) as day, d.views, d.likes, d.comments, d.shares, d.saves,
        d.views_known, d.likes_known, d.comments_known, d.shares_known, d.saves_known,
        d.views_change, d.likes_change, d.comments_change, d.shares_change, d.saves_change
    from unnest(
        cast(cast(:ids as text[]) as uuid[]), cast(:days as bigint[]),
        cast(:views as bigint[]), cast(:likes as bigint[]), cast(:comments as bigint[]), cast(:shares as bigint[]),
        cast(:saves as bigint[]),
        cast(:views_known as bigint[]), cast(:likes_known as bigint[]), cast(:comments_known as bigint[]),
        cast(:shares_known as bigint[]), cast(:saves_known as bigint[]),
        cast(:views_change as bigint[]), cast(:likes_change as bigint[]), cast(:comments_change as bigint[]),
        cast(:shares_change as bigint[]), cast(:saves_change as bigint[])
    ) as d (id, day, views, likes, comments, shares, saves, views_known, likes_known, comments_known, shares_known,
        saves_known, views_change, likes_change, comments_change, shares_change, saves_change)
), totals as (
    update tracked t set
        views = t.views + m.views, likes = t.likes + m.likes, comments = t.comments + m.comments,
        shares = t.shares + m.shares, saves = t.saves + m.saves
    from (
        select id, sum(views_change) as views, sum(likes_change) as likes, sum(comments_change) as comments,
            sum(shares_change) as shares, sum(saves_change) as saves
        from more group by id) m
    where t.id = m.id
)
insert into creator_day as d
select * from more
on conflict (creator_id, day) do update set
    views = d.views + excluded.views, likes = d.likes + excluded.likes, comments = d.comments + excluded.comments,
    shares = d.shares + excluded.shares, saves = d.saves + excluded.saves,
    views_known = d.views_known + excluded.views_known, likes_known = d.likes_known + excluded.likes_known,
    comments_known = d.comments_known + excluded.comments_known, shares_known = d.shares_known + excluded.shares_known,
    saves_known = d.saves_known + excluded.saves_known,
    views_change = d.views_change + excluded.views_change, likes_change = d.likes_change + excluded.likes_change,
    comments_change = d.comments_change + excluded.comments_change,
    shares_change = d.shares_change + excluded.shares_change, saves_change = d.saves_change + excluded.saves_change;
