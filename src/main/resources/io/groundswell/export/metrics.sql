-- What each post gained on each day of a period, by day.
-- in   :organization :mode text, :missions text[] (null: all), :first :last date, :after_at (a date) :after_id text
--      (where to go on), :limit int
-- out  key_at, key_id text, and the columns of Section.METRICS
select cast(d.day as text) as key_at, d.subject_id as key_id,
    d.day, d.subject_id as content_id, p.mission_id, lower(p.platform) as platform, lower(p.type) as type, p.pillar,
    p.topic, p.published_at,
    d.impressions, d.reach, d.likes, d.comments, d.shares, d.saves, d.link_clicks, d.profile_visits,
    d.followers_gained, d.views,
    sums.engagements,
    case when coalesce(d.impressions, 0) = 0 then 0
         else round(100.0 * sums.engagements / d.impressions, 2) end as engagement_rate
from metric_day d
join published_post p on p.content_id = d.subject_id
cross join lateral (
    select coalesce(d.likes, 0) + coalesce(d.comments, 0) + coalesce(d.shares, 0) + coalesce(d.saves, 0)
        + coalesce(d.link_clicks, 0) as engagements) sums
where d.organization_id = :organization and d.mode = :mode and d.kind = 'CONTENT'
  and d.day >= :first and d.day <= :last
  and (d.day, d.subject_id) > (cast(:after_at as date), :after_id)
  and (cast(:missions as text[]) is null or p.mission_id = any (cast(:missions as text[])))
order by d.day, d.subject_id
limit :limit;
