-- Keeps what the snapshots of things come to. What was known first stays.
-- in   :ids text[]; arrays of bigint, an element for each thing: :first_ats :last_ats :compared_ats (microseconds since 1970, null
--      for none), :last_days (since 1970), a level for each counter, and under its name with _since when it was first told
-- out  rows written
update tracked t set
    first_at = coalesce(t.first_at, timestamptz 'epoch' + w.first_at * interval '1 microsecond'),
    last_at = timestamptz 'epoch' + w.last_at * interval '1 microsecond',
    compared_at = coalesce(t.compared_at, timestamptz 'epoch' + w.compared_at * interval '1 microsecond'),
    last_day = date 'epoch' + cast(w.last_day as int),
    -- Those of a creator are of its videos.
    views = case when t.kind = 'VIDEO' then w.views else t.views end,
    likes = case when t.kind = 'VIDEO' then w.likes else t.likes end,
    comments = case when t.kind = 'VIDEO' then w.comments else t.comments end,
    shares = case when t.kind = 'VIDEO' then w.shares else t.shares end,
    saves = case when t.kind = 'VIDEO' then w.saves else t.saves end,
    followers = w.followers,
    views_since = coalesce(t.views_since, timestamptz 'epoch' + w.views_since * interval '1 microsecond'),
    likes_since = coalesce(t.likes_since, timestamptz 'epoch' + w.likes_since * interval '1 microsecond'),
    comments_since = coalesce(t.comments_since, timestamptz 'epoch' + w.comments_since * interval '1 microsecond'),
    shares_since = coalesce(t.shares_since, timestamptz 'epoch' + w.shares_since * interval '1 microsecond'),
    saves_since = coalesce(t.saves_since, timestamptz 'epoch' + w.saves_since * interval '1 microsecond'),
    followers_since = coalesce(t.followers_since, timestamptz 'epoch' + w.followers_since * interval '1 microsecond')
from unnest(
    cast(cast(:ids as text[]) as uuid[]), cast(:first_ats as bigint[]), cast(:last_ats as bigint[]),
    cast(:compared_ats as bigint[]), cast(:last_days as bigint[]),
    cast(:views as bigint[]), cast(:likes as bigint[]), cast(:comments as bigint[]), cast(:shares as bigint[]),
    cast(:saves as bigint[]), cast(:followers as bigint[]),
    cast(:views_since as bigint[]), cast(:likes_since as bigint[]), cast(:comments_since as bigint[]),
    cast(:shares_since as bigint[]), cast(:saves_since as bigint[]), cast(:followers_since as bigint[])
) as w (id, first_at, last_at, compared_at, last_day, views, likes, comments, shares, saves, followers,
    views_since, likes_since, comments_since, shares_since, saves_since, followers_since)
where t.id = w.id;
