-- When an organization posts within a span: what is scheduled, and what went out.
-- in   :organization text, :mode text, :from timestamptz, :until timestamptz, :except text[] (items left out)
-- out  mission_id text, platform text, at timestamptz
select mission_id, platform, scheduled_for as at
from content
where organization_id = :organization and mode = :mode and status = 'SCHEDULED'
  and scheduled_for >= :from and scheduled_for < :until
  and id <> all(cast(:except as text[]))
union all
select mission_id, platform, published_at
from content
where organization_id = :organization and mode = :mode and status = 'PUBLISHED'
  and published_at >= :from and published_at < :until;
