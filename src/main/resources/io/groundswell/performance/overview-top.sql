-- The posts of a period that did best: by engagement rate where enough people saw them, after these by impressions.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all),
--      :least bigint (impressions), :limit int
-- out  content_id, platform text, and a bigint for each counter of a post
select p.content_id, p.platform, s.impressions, s.reach, s.likes, s.comments, s.shares, s.saves, s.link_clicks,
    s.profile_visits, s.followers_gained
from published_post p
join metric_subject s on s.organization_id = p.organization_id and s.mode = p.mode and s.kind = 'CONTENT'
    and s.subject_id = p.content_id
where p.organization_id = :organization and p.mode = :mode and p.published_at >= :from and p.published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or p.platform = any (cast(:platforms as text[])))
  and s.impressions > 0
order by s.impressions >= :least desc,
    case when s.impressions >= :least then
        (coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
            + coalesce(s.link_clicks, 0))::double precision / s.impressions end desc,
    s.impressions desc, p.content_id
limit :limit;
