-- Holds goals that are due until the transaction ends, those that have been the longest first.
-- in   :now timestamptz, :most int, :only uuid (of the one that is asked for; null for any)
-- out  id uuid, organization_id text, mode text, timezone text, program_id uuid, creator_id uuid, handle text, type text, period text,
--      target numeric, due_period date; idle boolean, whether the creator is removed or switched off
select g.id, g.organization_id, g.mode, o.timezone, g.program_id, g.creator_id, c.handle, g.type, g.period, g.target, g.due_period,
    c.removed_at is not null or c.disabled_at is not null as idle
from goal g
join creator c on c.id = g.creator_id
join organization o on o.id = g.organization_id
where g.due_at <= :now and g.id = coalesce(cast(:only as uuid), g.id)
order by g.due_at
limit :most
for update of g skip locked;
