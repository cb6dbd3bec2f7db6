-- By how much the levels of parts changed on each day from one on.
-- in   :things :parts :creators :sums text[], as for what parts gained; :first int, days since 1970; :one text, a quantity
-- out  part int, day int, days after the first; change numeric; known boolean, whether anything was told on the day
select part, day - date '1970-01-01' - :first as day, sum(change) as change, bool_or(known) as known
from (
    select w.part, d.day, sum(d.change) as change, count(d.change) > 0 as known
    from unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part)
    cross join lateral (
        select t.day,
            case :one when 'VIEWS' then t.views_change when 'LIKES' then t.likes_change
                when 'COMMENTS' then t.comments_change when 'SHARES' then t.shares_change
                when 'SAVES' then t.saves_change when 'FOLLOWERS' then t.followers_change end as change
        from tracked_day t
        where t.id = w.id and t.day >= date '1970-01-01' + cast(:first as int)
        offset 0) d
    group by 1, 2
    union all
    select w.part, d.day,
        sum(case :one when 'VIEWS' then d.views_change when 'LIKES' then d.likes_change
            when 'COMMENTS' then d.comments_change when 'SHARES' then d.shares_change
            when 'SAVES' then d.saves_change end),
        bool_or(case :one when 'VIEWS' then d.views_known when 'LIKES' then d.likes_known
            when 'COMMENTS' then d.comments_known when 'SHARES' then d.shares_known
            when 'SAVES' then d.saves_known end > 0)
    from unnest(cast(:creators as uuid[]), cast(:sums as int[])) as w (id, part)
    cross join lateral (
        select * from creator_day d
        where d.creator_id = w.id and d.day >= date '1970-01-01' + cast(:first as int)
        offset 0) d
    group by 1, 2
) days
group by 1, 2;
