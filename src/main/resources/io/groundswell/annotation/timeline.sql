-- The newest annotations of things in a stretch of time, the earliest of them first. Each thing is looked up by itself.
-- in   :organization :mode text; :scopes :things text[], an element for each thing; :from :to timestamptz, null for no bound,
--      the end is left out; :automatic boolean, whether the server's own count; :most int
-- out  id, scope, entity_id, kind text, at timestamptz, title, body_md, author_id, author_name text
select m.id, m.scope, m.entity_id, m.kind, m.at, m.title, m.body_md, m.author_id, u.name as author_name
from (
    select a.*
    from (
        select distinct t.scope, t.entity_id
        from unnest(cast(:scopes as text[]), cast(:things as text[])) as t (scope, entity_id)) thing
    cross join lateral (
        select * from annotation n
        where n.organization_id = :organization and n.mode = :mode
          and n.scope = thing.scope and n.entity_id = thing.entity_id
          and n.at >= coalesce(cast(:from as timestamptz), '-infinity')
          and n.at < coalesce(cast(:to as timestamptz), 'infinity')
          and (:automatic or n.kind = 'USER')
        order by n.at desc, n.id desc
        limit :most) a
    order by a.at desc, a.id desc
    limit :most) m
left join app_user u on u.id = m.author_id
order by m.at, m.id collate "C";
