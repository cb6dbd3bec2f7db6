-- A page of a thing's annotations in a stretch of time, the earliest first.
-- in   :organization :mode :scope :thing text; :from :to timestamptz, null for no bound, the end is left out; :automatic boolean,
--      whether the server's own count; :after_at timestamptz and :after_id text of the row before, or null; :most int
-- out  id, scope, entity_id, kind text, at timestamptz, title, body_md, author_id, author_name text
select n.id, n.scope, n.entity_id, n.kind, n.at, n.title, n.body_md, n.author_id, u.name as author_name
from annotation n
left join app_user u on u.id = n.author_id
where n.organization_id = :organization and n.mode = :mode and n.scope = :scope and n.entity_id = :thing
  and n.at >= greatest(coalesce(cast(:from as timestamptz), '-infinity'), coalesce(cast(:after_at as timestamptz), '-infinity'))
  and n.at < coalesce(cast(:to as timestamptz), 'infinity')
  and (cast(:after_at as timestamptz) is null
    or (n.at, n.id collate "C") > (cast(:after_at as timestamptz), cast(:after_id as text) collate "C"))
  and (:automatic or n.kind = 'USER')
order by n.at, n.id collate "C"
limit :most;
