-- Campaigns of a programme with what the videos in them have together, each once, those with the most first.
-- Sums of creators are made once, however many campaigns they are in.
-- in   :program uuid; :first :last date or null, :starts text[], :offsets text[], when videos were posted; :order text;
--      :limit :offset int
-- out  total bigint; id uuid, null where the page is empty, name text, target_views bigint; posts bigint, how many videos;
--      views, likes, comments, shares, saves numeric
with item as materialized (
    select * from campaign_member(:program)
), counted as materialized (
    select *
    from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
        cast(:offsets as int[])) v
), whole as (
    select v.creator_id, count(*) as posts, sum(v.views) as views, sum(v.likes) as likes, sum(v.comments) as comments,
        sum(v.shares) as shares, sum(v.saves) as saves
    from counted v
    group by v.creator_id
), part as (
    select i.campaign_id, w.posts, w.views, w.likes, w.comments, w.shares, w.saves
    from item i join whole w on w.creator_id = i.creator_id
    union all
    select i.campaign_id, 1, v.views, v.likes, v.comments, v.shares, v.saves
    from item i join counted v on v.id = i.video_id
    where not exists (select from item c where c.campaign_id = i.campaign_id and c.creator_id = v.creator_id)
), sums as (
    select p.campaign_id, sum(p.posts)::bigint as posts, sum(p.views) as views, sum(p.likes) as likes,
        sum(p.comments) as comments, sum(p.shares) as shares, sum(p.saves) as saves
    from part p
    group by p.campaign_id
), ranked as (
    select row_number() over (order by
            case :order when 'VIEW_COUNT' then s.views when 'LIKE_COUNT' then s.likes when 'COMMENT_COUNT' then s.comments
                when 'SHARE_COUNT' then s.shares when 'SAVE_COUNT' then s.saves
                when 'POST_COUNT' then coalesce(s.posts, 0) end desc nulls last,
            c.id) as place,
        c.id, c.name, c.target_views, coalesce(s.posts, 0) as posts, s.views, s.likes, s.comments, s.shares, s.saves
    from campaign c
    left join sums s on s.campaign_id = c.id
    where c.program_id = :program
)
select n.total, r.*
from (select count(*) as total from ranked) n
left join ranked r on r.place > cast(:offset as int) and r.place <= cast(:offset as int) + cast(:limit as int)
order by r.place;
