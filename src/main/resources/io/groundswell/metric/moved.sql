-- Subjects whose days are those of a zone that their organization has left. Goes by organization: the index has no
-- condition for "another zone", but two for "before" and "after".
-- in   :limit int, :failed text[] (organizations that are left out)
-- out  organization_id, mode, kind, subject_id text
select s.organization_id, s.mode, s.kind, s.subject_id
from organization o
cross join lateral (
    (select * from metric_subject b where b.organization_id = o.id and b.zone < o.timezone limit :limit)
    union all
    (select * from metric_subject a where a.organization_id = o.id and a.zone > o.timezone limit :limit)) s
where o.id <> all (cast(:failed as text[]))
order by s.organization_id, s.mode
limit :limit;
