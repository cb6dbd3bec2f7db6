-- Videos and creators that a caller may record for: there, not excluded, and not of a creator that was removed.
-- in   :organization :mode text; ids as text: :videos :creators text[]
-- out  kind, id text, program_id text, reset_pending boolean
select 'VIDEO' as kind, v.id::text as id, v.program_id::text as program_id, v.reset_pending
from unnest(cast(cast(:videos as text[]) as uuid[])) as w (id)
join video v on v.id = w.id
left join creator c on c.id = v.creator_id
where v.organization_id = :organization and v.mode = :mode and v.tracking_status <> 'EXCLUDED' and c.removed_at is null
union all
select 'CREATOR', c.id::text, c.program_id::text, c.reset_pending
from unnest(cast(cast(:creators as text[]) as uuid[])) as w (id)
join creator c on c.id = w.id
where c.organization_id = :organization and c.mode = :mode and c.removed_at is null;
