-- Looks again at where the snapshots of things begin, after some came or went that are not the latest.
-- in   :ids text[]
-- out  rows written
update tracked t set
    first_at = f.at,
    compared_at = (
        select s.at from tracked_snapshot s where s.id = t.id and s.at > f.at and not s.reset order by s.at limit 1),
    views_since = case when t.kind = 'VIDEO' and t.views is not null then (
        select s.at from tracked_snapshot s where s.id = t.id and s.views is not null order by s.at limit 1) end,
    likes_since = case when t.kind = 'VIDEO' and t.likes is not null then (
        select s.at from tracked_snapshot s where s.id = t.id and s.likes is not null order by s.at limit 1) end,
    comments_since = case when t.kind = 'VIDEO' and t.comments is not null then (
        select s.at from tracked_snapshot s where s.id = t.id and s.comments is not null order by s.at limit 1) end,
    shares_since = case when t.kind = 'VIDEO' and t.shares is not null then (
        select s.at from tracked_snapshot s where s.id = t.id and s.shares is not null order by s.at limit 1) end,
    saves_since = case when t.kind = 'VIDEO' and t.saves is not null then (
        select s.at from tracked_snapshot s where s.id = t.id and s.saves is not null order by s.at limit 1) end,
    followers_since = case when t.followers is not null then (
        select s.at from tracked_snapshot s where s.id = t.id and s.followers is not null order by s.at limit 1) end
from unnest(cast(cast(:ids as text[]) as uuid[])) as w (id)
cross join lateral (select s.at from tracked_snapshot s where s.id = w.id order by s.at limit 1) f
where t.id = w.id;
