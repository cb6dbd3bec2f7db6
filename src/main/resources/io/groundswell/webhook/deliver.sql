-- One delivery for each endpoint of each event; the three lists belong together, place by place.
-- in   :ids text[], :webhooks text[], :events text[], :now timestamptz
insert into webhook_delivery
    (id, organization_id, mode, webhook_id, event_id, type, status, attempts, due_at, tries, created_at)
select made.id, e.organization_id, e.mode, made.webhook_id, e.id, e.type, 'PENDING', 0, :now, '[]', :now
from unnest(cast(:ids as text[]), cast(:webhooks as text[]), cast(:events as text[])) made (id, webhook_id, event_id)
join outbox_event e on e.id = made.event_id
on conflict (event_id, webhook_id) do nothing;
