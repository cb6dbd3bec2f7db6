-- Raises an alert, unless its cause has one and goes on.
-- in   :id uuid, :organization :mode text, :program :creator uuid or null, :kind :cause :title text, :keys :values text[], :now timestamptz
insert into alert (id, organization_id, mode, program_id, creator_id, kind, cause, title, details, status, raised_at, updated_at)
values (:id, :organization, :mode, cast(:program as uuid), cast(:creator as uuid), :kind, :cause, :title,
    jsonb_object(:keys, :values), 'OPEN', :now, :now)
on conflict (organization_id, mode, cause) where ended_at is null do nothing;
