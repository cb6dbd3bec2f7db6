-- Deletes days of creators on which nothing is left to be added up.
-- in   :ids text[] of creators, :until date
-- out  rows deleted
delete from creator_day d
using unnest(cast(cast(:ids as text[]) as uuid[])) as w (id)
where d.creator_id = w.id and d.day < cast(:until as date)
  and (d.views, d.likes, d.comments, d.shares, d.saves, d.views_known, d.likes_known, d.comments_known,
          d.shares_known, d.saves_known, d.views_change, d.likes_change, d.comments_change, d.shares_change,
          d.saves_change)
      = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
