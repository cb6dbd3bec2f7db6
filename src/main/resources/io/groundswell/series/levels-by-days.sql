-- By how much the levels of parts changed on each day from one on. Read as what parts gained.
-- in   :things :parts :creators :sums text[], as for what parts gained; :first int, days since 1970; :one text, a quantity
-- out  part int, day int, days after the first; change numeric; known boolean, whether anything was told on the day
select part, day - date '1970-01-01' - :first as day, sum(change) as change, bool_or(known) as known
from (
    select p.part, d.day, d.change, d.change is not null as known
    from (
        select w.part, array_agg(w.id) as ids
        from unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part) group by 1) p
    cross join lateral (
        select t.day,
            sum(case :one when 'VIEWS' then t.views_change when 'LIKES' then t.likes_change
                when 'COMMENTS' then t.comments_change when 'SHARES' then t.shares_change
                when 'SAVES' then t.saves_change when 'FOLLOWERS' then t.followers_change end) as change
        from tracked_day t
        where t.id = any (p.ids) and t.day >= date '1970-01-01' + cast(:first as int)
        group by 1) d
    union all
    select p.part, d.*
    from (
        select w.part, array_agg(w.id) as ids
        from unnest(cast(:creators as uuid[]), cast(:sums as int[])) as w (id, part) group by 1) p
    cross join lateral (
        select c.day,
            sum(case :one when 'VIEWS' then c.views_change when 'LIKES' then c.likes_change
                when 'COMMENTS' then c.comments_change when 'SHARES' then c.shares_change
                when 'SAVES' then c.saves_change end),
            bool_or(case :one when 'VIEWS' then c.views_known when 'LIKES' then c.likes_known
                when 'COMMENTS' then c.comments_known when 'SHARES' then c.shares_known
                when 'SAVES' then c.saves_known end > 0)
        from creator_day c
        where c.creator_id = any (p.ids) and c.day >= date '1970-01-01' + cast(:first as int)
        group by 1) d
) days
group by 1, 2;
