-- What goes out next.
-- in   :organization :mode text, :limit int
-- out  content_id, platform text, scheduled_for timestamptz
select id as content_id, platform, scheduled_for
from content
where organization_id = :organization and mode = :mode and status = 'SCHEDULED'
order by scheduled_for, id
limit :limit;
