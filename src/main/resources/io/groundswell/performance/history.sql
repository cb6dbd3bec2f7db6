-- How an organization's newest posts did, whatever missions they are of.
-- in   :organization :mode text, :least bigint (impressions), :limit int
-- out  platform text, published_at timestamptz, impressions, engagements bigint
select c.platform, c.published_at, s.impressions,
    coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
        + coalesce(s.link_clicks, 0) as engagements
from content c
join metric_subject s on s.organization_id = c.organization_id and s.mode = c.mode
    and s.kind = 'CONTENT' and s.subject_id = c.id
where c.organization_id = :organization and c.mode = :mode and c.status = 'PUBLISHED' and s.impressions >= :least
order by c.published_at desc
limit :limit;
