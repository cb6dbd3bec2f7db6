-- An event for one endpoint alone, and its delivery, due at once.
-- in   :event text, :organization text, :mode text, :type text, :webhook text, :body text, :delivery text,
--      :now timestamptz
with event as (
    insert into outbox_event (id, organization_id, mode, type, subject_id, data, at, fanned_out, body)
    values (:event, :organization, :mode, :type, :webhook, '{}', :now, true, :body)
    returning id
)
insert into webhook_delivery
    (id, organization_id, mode, webhook_id, event_id, type, status, attempts, due_at, tries, created_at)
select :delivery, :organization, :mode, :webhook, event.id, :type, 'PENDING', 0, :now, '[]', :now
from event;
