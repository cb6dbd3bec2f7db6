-- Holds rows of tracked until the transaction ends, in an order that all writers share.
-- in   :ids text[], no id twice, of one kind: those of videos are held before those of creators
-- out  what is known of each; one that is gone is missing
select t.id::text as id, t.kind, t.zone, t.counts_for::text as counts_for, t.first_at, t.last_at, t.compared_at, t.last_day,
    t.views, t.likes, t.comments, t.shares, t.saves, t.followers
from (select id from unnest(cast(cast(:ids as text[]) as uuid[])) as w (id) order by id) wanted
cross join lateral (select * from tracked t where t.id = wanted.id for update) t;
