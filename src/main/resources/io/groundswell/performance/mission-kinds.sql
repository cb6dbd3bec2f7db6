-- What a mission's posts gained in all, by what they are and by what they are about.
-- in   :organization :mode :mission text
-- out  platform, type, pillar (may be null) text, posts, impressions, engagements bigint
select platform, type, pillar, count(*) as posts, sum(impressions)::bigint as impressions,
    sum(engagements)::bigint as engagements
from published_post
where organization_id = :organization and mode = :mode and mission_id = :mission
group by platform, type, pillar;
