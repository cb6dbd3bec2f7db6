-- The overview's figures of a period and of the one before it, as they would be had from samples alone.
-- in   :organization text, :from :until timestamptz: the later period; the earlier is as long
select (at at time zone zone)::date as day, platform, sum(i) as impressions, sum(e) as engagements, sum(lc) as link_clicks,
       sum(f) as followers_gained
from (select s.at, p.platform, o.timezone as zone,
             greatest(0, s.impressions - lag(s.impressions, 1, s.impressions) over w) as i,
             greatest(0, likes - lag(likes, 1, likes) over w) + greatest(0, comments - lag(comments, 1, comments) over w)
                 + greatest(0, shares - lag(shares, 1, shares) over w) + greatest(0, saves - lag(saves, 1, saves) over w)
                 + greatest(0, link_clicks - lag(link_clicks, 1, link_clicks) over w) as e,
             greatest(0, link_clicks - lag(link_clicks, 1, link_clicks) over w) as lc,
             greatest(0, followers_gained - lag(followers_gained, 1, followers_gained) over w) as f
      from snapshot s join published_post p on p.content_id = s.subject_id join organization o on o.id = s.organization_id
      where s.organization_id = :organization and s.mode = 'LIVE'
      window w as (partition by s.subject_id order by s.at)) gains
where at >= :from - (:until - :from) and at < :until
group by 1, 2
