-- What a mission's posts gained in all, by what they are and by what they are about.
-- in   :organization :mode :mission text
-- out  a row for each type, where pillar is null, and one for each pillar, where type is: type, pillar text,
--      posts, impressions, engagements bigint
select p.type, p.pillar, count(*) as posts, coalesce(sum(s.impressions), 0)::bigint as impressions,
    coalesce(sum(coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
        + coalesce(s.link_clicks, 0)), 0)::bigint as engagements
from published_post p
left join metric_subject s on s.organization_id = p.organization_id and s.mode = p.mode and s.kind = 'CONTENT'
    and s.subject_id = p.content_id
where p.organization_id = :organization and p.mode = :mode and p.mission_id = :mission
group by grouping sets ((p.type), (p.pillar))
having grouping(p.pillar) = 1 or p.pillar is not null;
