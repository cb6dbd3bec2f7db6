-- Takes an order, claimed by whoever takes it.
-- in   :id :organization :mode :requested_by :format text, :sections :missions text[], :first :last date, :zone :email_to
--      :section :after_at :after_id :claim :mail_status text, :rows_total bigint, :lease :now timestamptz
insert into export (id, organization_id, mode, requested_by, format, sections, mission_ids, first_day, last_day, zone,
    email_to, status, section, after_at, after_id, rows_total, rows_done, chunks, bytes, stored_bytes, work, due_at,
    claim, attempts, mail_status, created_at)
values (:id, :organization, :mode, :requested_by, :format, :sections, cast(:missions as text[]), :first, :last, :zone,
    cast(:email_to as text), 'PROCESSING', :section, :after_at, :after_id, cast(:rows_total as bigint), 0, 0, 0, 0,
    'MAKE', :lease, :claim, 0, cast(:mail_status as text), :now);
