-- A page of structures, the newest first, with what each says now or from a day to come.
-- in   :organization text, :mode text, :program uuid or null for all, :at timestamptz and :id uuid of the row before, or null, :most int
-- out  id uuid, program_id uuid, name text, metadata jsonb, readme text, created_at timestamptz, updated_at timestamptz, and its
--      version: number int, effective_from date, kind text, and the columns of its rule
select s.id, s.program_id, s.name, s.metadata, s.readme, s.created_at, s.updated_at,
    v.number, v.effective_from, v.kind, v.period, v.amount_cents, v.goal_type, v.goal_target, v.cpm_cents, v.minimum_cents,
    v.cap_cents, v.threshold_views
from payout_structure s
cross join lateral (select * from payout_version w where w.structure_id = s.id order by w.number desc limit 1) v
where s.organization_id = :organization and s.mode = :mode
  and (cast(:program as uuid) is null or s.program_id = cast(:program as uuid))
  and (s.created_at, s.id)
    < (coalesce(cast(:at as timestamptz), 'infinity'), coalesce(cast(:id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
order by s.created_at desc, s.id desc
limit :most;
