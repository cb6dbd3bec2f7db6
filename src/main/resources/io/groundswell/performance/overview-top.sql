-- The posts of a period that did best: by engagement rate where enough people saw them, after these by impressions.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all),
--      :least bigint (impressions), :limit int
-- out  content_id, platform text, impressions, engagements bigint
select content_id, platform, impressions, engagements
from published_post
where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])))
  and impressions > 0
order by impressions >= :least desc,
    case when impressions >= :least then engagements::double precision / impressions end desc,
    impressions desc, content_id
limit :limit;
