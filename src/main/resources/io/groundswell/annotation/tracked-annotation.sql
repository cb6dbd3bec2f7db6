-- One annotation of a creator, campaign or video, as it is read.
-- in   :organization :mode :id text
-- out  id, scope, entity_id, kind text, at timestamptz, title, body_md, author_id, author_name text
select n.id, n.scope, n.entity_id, n.kind, n.at, n.title, n.body_md, n.author_id, u.name as author_name
from annotation n
left join app_user u on u.id = n.author_id
where n.organization_id = :organization and n.mode = :mode and n.id = :id and n.scope in ('CREATOR', 'CAMPAIGN', 'VIDEO');
