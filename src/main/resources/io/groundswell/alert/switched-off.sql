-- Creators that are switched off and have no alert about that.
-- in   :most int
-- out  id uuid, organization_id text, mode text, program_id uuid, handle text, disabled_at timestamptz, cause text
select c.id, c.organization_id, c.mode, c.program_id, c.handle, c.disabled_at, w.cause
from creator c
cross join lateral (
    select 'creator_disabled:' || c.id || ':' || extract(epoch from c.disabled_at) as cause) w
where c.disabled_at is not null and c.removed_at is null
  and not exists (
      select from alert a where a.organization_id = c.organization_id and a.mode = c.mode and a.cause = w.cause and a.ended_at is null)
order by c.disabled_at
limit :most;
