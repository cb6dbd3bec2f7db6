-- Creators of a programme with what their videos have together, those with the most first and those of which it is not known last.
-- in   :program uuid; :first :last date or null, :starts text[], :offsets text[], when videos were posted; :order text;
--      :limit :offset int
-- out  total bigint; id uuid, null where the page is empty, handle text, display_name text, followers bigint; posts bigint, how
--      many videos; measured bigint, of how many of them the views are known; views, likes, comments, shares, saves
--      numeric; engagement numeric, the last four together
with sums as (
    select v.creator_id, count(*) as posts, count(v.views) as measured, sum(v.views) as views, sum(v.likes) as likes,
        sum(v.comments) as comments, sum(v.shares) as shares, sum(v.saves) as saves
    from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
        cast(:offsets as int[])) v
    where v.creator_id is not null
    group by v.creator_id
), figures as (
    select c.id, c.handle, c.display_name, t.followers, coalesce(s.posts, 0) as posts, s.measured, s.views, s.likes, s.comments,
        s.shares, s.saves,
        case when num_nonnulls(s.likes, s.comments, s.shares, s.saves) > 0 then coalesce(s.likes, 0) + coalesce(s.comments, 0)
            + coalesce(s.shares, 0) + coalesce(s.saves, 0) end as engagement
    from creator c
    cross join lateral (select * from tracked t where t.id = c.id offset 0) t
    left join sums s on s.creator_id = c.id
    where c.program_id = :program and c.removed_at is null
), ranked as (
    select row_number() over (order by
            case :order when 'VIEW_COUNT' then f.views when 'LIKE_COUNT' then f.likes when 'COMMENT_COUNT' then f.comments
                when 'SHARE_COUNT' then f.shares when 'SAVE_COUNT' then f.saves when 'FOLLOWER_COUNT' then f.followers
                when 'POST_COUNT' then f.posts end desc nulls last,
            case :order when 'AVG_VIEWS' then cast(f.views as double precision) / nullif(f.measured, 0)
                when 'ENGAGEMENT_RATE' then cast(f.engagement as double precision) / nullif(f.views, 0) end desc nulls last,
            f.id) as place,
        f.*
    from figures f
)
select n.total, r.*
from (select count(*) as total from ranked) n
left join ranked r on r.place > cast(:offset as int) and r.place <= cast(:offset as int) + cast(:limit as int)
order by r.place;
