-- Takes away stretches of days, which are about to be written anew.
-- in   :ids text[], :starts :ends bigint[] (days since 1970, each stretch ends before its end), an element for each stretch
-- out  what they were
delete from tracked_day d
using unnest(cast(cast(:ids as text[]) as uuid[]), cast(:starts as bigint[]), cast(:ends as bigint[])) as w (id, first, after)
where d.id = w.id and d.day >= date 'epoch' + cast(w.first as int) and d.day < date 'epoch' + cast(w.after as int)
returning d.id::text as id, d.day,
    d.views, d.likes, d.comments, d.shares, d.saves, d.followers,
    d.views_level, d.likes_level, d.comments_level, d.shares_level, d.saves_level, d.followers_level,
    d.views_change, d.likes_change, d.comments_change, d.shares_change, d.saves_change, d.followers_change;
