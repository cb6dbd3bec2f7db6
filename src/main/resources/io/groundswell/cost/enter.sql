-- Enters a reservation, once: a reference that is reserved or settled already stays as it is.
-- in   :organization :mode :reference :mission :mission_name :content :job :stage :provider :type text,
--      :cents bigint, :at timestamptz, :month text
-- out  1 row written when there is something to book, 0 when there is not
insert into ledger_entry (organization_id, mode, reference, mission_id, mission_name, content_id, job_id, stage, state,
                          provider, type, requests, tokens, images, reserved_cents, cost_cents, at, month)
values (:organization, :mode, :reference, :mission, :mission_name, cast(:content as text), :job, :stage, 'RESERVED',
        :provider, :type, 0, 0, 0, :cents, 0, :at, :month)
on conflict (organization_id, mode, reference) do update
   set state = 'RESERVED', provider = excluded.provider, type = excluded.type, reserved_cents = excluded.reserved_cents, at = excluded.at,
       month = excluded.month
 where ledger_entry.state = 'RELEASED';
