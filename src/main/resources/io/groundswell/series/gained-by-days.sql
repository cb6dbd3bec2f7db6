-- What parts gained, by the day. Sums of creators are read where all videos of a creator that count are in the part.
-- Each thing is looked up by itself: the planner, which does not know how few there are, would rather read all that anybody has.
-- in   :things :parts text[], an element for each video or creator that is read by itself, and the number of its part;
--      :creators :sums text[], the same for creators whose sums are read; :first :last int, days since 1970;
--      :together boolean, whether all days are added up as the first one; :one :other text, names of quantities or null
-- out  part int, day int, days after the first; one, other numeric, null when unknown
select part, coalesce(day - date '1970-01-01' - :first, 0) as day, sum(one) as one, sum(other) as other
from (
    select w.part, case when not :together then d.day end as day, sum(d.one) as one, sum(d.other) as other
    from unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part)
    cross join lateral (
        select t.day,
            case :one when 'VIEWS' then t.views when 'LIKES' then t.likes when 'COMMENTS' then t.comments
                when 'SHARES' then t.shares when 'SAVES' then t.saves when 'FOLLOWERS' then t.followers
                when 'ENGAGEMENT' then coalesce(t.likes + t.comments + t.shares + t.saves,
                    case when num_nonnulls(t.likes, t.comments, t.shares, t.saves) > 0
                        then coalesce(t.likes, 0) + coalesce(t.comments, 0) + coalesce(t.shares, 0)
                            + coalesce(t.saves, 0) end)
            end as one,
            case :other when 'VIEWS' then t.views end as other
        from tracked_day t
        where t.id = w.id
          and t.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)
        offset 0) d
    group by 1, 2
    union all
    select w.part, case when not :together then d.day end,
        sum(case :one when 'VIEWS' then case when d.views_known > 0 then d.views end
            when 'LIKES' then case when d.likes_known > 0 then d.likes end
            when 'COMMENTS' then case when d.comments_known > 0 then d.comments end
            when 'SHARES' then case when d.shares_known > 0 then d.shares end
            when 'SAVES' then case when d.saves_known > 0 then d.saves end
            when 'ENGAGEMENT' then case when d.likes_known + d.comments_known + d.shares_known + d.saves_known > 0
                then d.likes + d.comments + d.shares + d.saves end
        end),
        sum(case :other when 'VIEWS' then case when d.views_known > 0 then d.views end end)
    from unnest(cast(:creators as uuid[]), cast(:sums as int[])) as w (id, part)
    cross join lateral (
        select * from creator_day d
        where d.creator_id = w.id
          and d.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)
        offset 0) d
    group by 1, 2
) days
group by 1, 2;
