-- A mission report's figures, as they would be had from samples alone.
-- in   :organization text
select platform, type, pillar, count(distinct subject_id) as posts, sum(i) as impressions, sum(e) as engagements
from (select s.subject_id, p.platform, p.type, p.pillar,
             greatest(0, s.impressions - lag(s.impressions, 1, s.impressions) over w) as i,
             greatest(0, likes - lag(likes, 1, likes) over w) + greatest(0, comments - lag(comments, 1, comments) over w)
                 + greatest(0, shares - lag(shares, 1, shares) over w) + greatest(0, saves - lag(saves, 1, saves) over w)
                 + greatest(0, link_clicks - lag(link_clicks, 1, link_clicks) over w) as e
      from snapshot s join published_post p on p.content_id = s.subject_id
      where s.organization_id = :organization and s.mode = 'LIVE' and p.mission_id = 'msn_analytics0000001'
      window w as (partition by s.subject_id order by s.at)) gains
group by grouping sets ((platform), (type), (pillar))
