-- What parts gained, by the day. Sums of creators are read where all videos of a creator that count are in the part.
-- What a part consists of is looked up at once and added up by the day alone: most of the time goes into what is done with each row.
-- It is an array made while the statement runs: the planner, which would know how long another one is, would rather read all that
-- anybody has.
-- Counters of creators are added up each by itself, and only where they are asked for: of many videos, the sum of all four is more
-- than a bigint may hold.
-- in   :things :parts text[], an element for each video or creator that is read by itself, and the number of its part;
--      :creators :sums text[], the same for creators whose sums are read; :first :last int, days since 1970;
--      :together boolean, whether all days are added up as the first one; :one :other text, names of quantities or null
-- out  part int, day int, days after the first; one, other numeric, null when unknown
select part, coalesce(day - date '1970-01-01' - :first, 0) as day, sum(one) as one, sum(other) as other
from (
    select p.part, d.*
    from (
        select w.part, array_agg(w.id) as ids
        from unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part) group by 1) p
    cross join lateral (
        select case when not :together then t.day end as day,
            sum(case :one when 'VIEWS' then t.views when 'LIKES' then t.likes when 'COMMENTS' then t.comments
                when 'SHARES' then t.shares when 'SAVES' then t.saves when 'FOLLOWERS' then t.followers
                when 'ENGAGEMENT' then coalesce(t.likes + t.comments + t.shares + t.saves,
                    case when num_nonnulls(t.likes, t.comments, t.shares, t.saves) > 0
                        then coalesce(t.likes, 0) + coalesce(t.comments, 0) + coalesce(t.shares, 0)
                            + coalesce(t.saves, 0) end)
            end) as one,
            sum(case :other when 'VIEWS' then t.views end) as other
        from tracked_day t
        where t.id = any (p.ids)
          and t.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)
        group by 1) d
    union all
    select p.part, d.*
    from (
        select w.part, array_agg(w.id) as ids
        from unnest(cast(:creators as uuid[]), cast(:sums as int[])) as w (id, part) group by 1) p
    cross join lateral (
        select case when not :together then c.day end,
            coalesce(sum(case :one when 'VIEWS' then case when c.views_known > 0 then c.views end
                when 'LIKES' then case when c.likes_known > 0 then c.likes end
                when 'COMMENTS' then case when c.comments_known > 0 then c.comments end
                when 'SHARES' then case when c.shares_known > 0 then c.shares end
                when 'SAVES' then case when c.saves_known > 0 then c.saves end
            end), case when bool_or(c.likes_known + c.comments_known + c.shares_known + c.saves_known > 0)
                    filter (where :one = 'ENGAGEMENT') then
                sum(c.likes) filter (where :one = 'ENGAGEMENT') + sum(c.comments) filter (where :one = 'ENGAGEMENT')
                    + sum(c.shares) filter (where :one = 'ENGAGEMENT') + sum(c.saves) filter (where :one = 'ENGAGEMENT')
            end),
            sum(case :other when 'VIEWS' then case when c.views_known > 0 then c.views end end)
        from creator_day c
        where c.creator_id = any (p.ids)
          and c.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)
        group by 1) d
) days
group by 1, 2;
