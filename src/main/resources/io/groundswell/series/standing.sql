-- Where the counters of parts stand now, and since when that is known.
-- in   :things :parts text[], an element for each video or creator, and the number of its part; :one text, a quantity
-- out  part int, one numeric, since timestamptz, null when unknown
select w.part,
    sum(case :one when 'VIEWS' then t.views when 'LIKES' then t.likes when 'COMMENTS' then t.comments
        when 'SHARES' then t.shares when 'SAVES' then t.saves when 'FOLLOWERS' then t.followers end) as one,
    min(case :one when 'VIEWS' then t.views_since when 'LIKES' then t.likes_since when 'COMMENTS' then t.comments_since
        when 'SHARES' then t.shares_since when 'SAVES' then t.saves_since when 'FOLLOWERS' then t.followers_since
        end) as since
from unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part)
cross join lateral (select * from tracked t where t.id = w.id offset 0) t
group by w.part;
