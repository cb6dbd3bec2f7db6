-- Things whose days are those of a zone that their organization has left. Goes by organization: the index has no condition for
-- "another zone", but two for "before" and "after".
-- in   :limit int
-- out  id text, kind text, zone text (the one that they are to have)
select s.id::text as id, s.kind, o.timezone as zone
from organization o
cross join lateral (
    (select * from tracked b where b.organization_id = o.id and b.zone < o.timezone limit :limit)
    union all
    (select * from tracked a where a.organization_id = o.id and a.zone > o.timezone limit :limit)) s
order by random()
limit :limit;
