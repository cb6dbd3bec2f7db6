-- Enters a call that was paid for beside what was reserved under its reference, as an entry like that one.
-- in   :organization :mode :reference :extra :model text, :tokens :cost bigint, :images int
-- out  mission_id, provider, at, month of the entry, when the reference is known
insert into ledger_entry (organization_id, mode, reference, mission_id, mission_name, content_id, job_id, stage, state,
                          provider, type, model, requests, tokens, images, reserved_cents, cost_cents, at, month)
select organization_id, mode, :extra, mission_id, mission_name, content_id, job_id, stage, 'SETTLED',
       provider, type, :model, 1, :tokens, :images, 0, :cost, at, month
from ledger_entry
where organization_id = :organization and mode = :mode and reference = :reference
returning mission_id, provider, at, month;
