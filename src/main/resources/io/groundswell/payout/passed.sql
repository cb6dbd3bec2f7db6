-- Videos of a creator that passed so many views, and on which day they did so first. What a video had when it was first measured
-- was not gained on a day; nor was what is left of a history that is not kept any more. Days are looked up video by video.
-- in   :creator uuid, :videos text[] or null for all, :views bigint, :from date, :to date (exclusive), :after uuid or null: of the
--      first day, only videos after this one; :most int
-- out  id uuid, day date, views bigint at the end of the day
select v.id, d.day, d.views_level as views
from counted_video v
cross join lateral (
    select t.day, t.views_level
    from tracked_day t
    where t.id = v.id and t.day >= :from and t.day < :to and t.views_level >= :views and t.views_level - t.views < :views
      and not exists (select from tracked_day e where e.id = v.id and e.day < t.day and e.views_level >= :views)
    order by t.day
    limit 1) d
where v.creator_id = :creator and (cast(:videos as text[]) is null or v.id = any (cast(cast(:videos as text[]) as uuid[])))
  and (cast(:after as uuid) is null or d.day > :from or v.id > cast(:after as uuid))
order by d.day, v.id
limit :most;
