-- Videos of a creator that passed so many views, and on which day they did so first. What a video had when it was first measured
-- was not gained on a day; nor was what is left of a history that is not kept any more.
-- in   :creator uuid, :views bigint, :from date, :to date (exclusive)
-- out  id uuid, day date, views bigint at the end of the day
select distinct on (d.day, v.id) v.id, d.day, d.views_level as views
from counted_video v
join tracked_day d on d.id = v.id
where v.creator_id = :creator and d.day >= :from and d.day < :to
  and d.views_level >= :views and d.views_level - d.views < :views and d.views > 0
  and not exists (
    select from tracked_day e where e.id = v.id and e.day < d.day and e.views_level >= :views)
order by d.day, v.id
limit 1000;
