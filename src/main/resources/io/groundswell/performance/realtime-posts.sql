-- The newest posts, with all they gained so far.
-- in   :organization :mode text, :from timestamptz, :limit int
-- out  newest first: content_id, platform text, published_at timestamptz, and a bigint for each counter of a post
select p.content_id, p.platform, p.published_at, coalesce(s.impressions, 0) as impressions,
    coalesce(s.reach, 0) as reach, coalesce(s.likes, 0) as likes, coalesce(s.comments, 0) as comments,
    coalesce(s.shares, 0) as shares, coalesce(s.saves, 0) as saves, coalesce(s.link_clicks, 0) as link_clicks,
    coalesce(s.profile_visits, 0) as profile_visits, coalesce(s.followers_gained, 0) as followers_gained
from (
    select * from published_post
    where organization_id = :organization and mode = :mode and published_at >= :from
    order by published_at desc, content_id limit :limit) p
left join metric_subject s on s.organization_id = p.organization_id and s.mode = p.mode and s.kind = 'CONTENT'
    and s.subject_id = p.content_id
order by p.published_at desc, p.content_id;
