-- The events are fresh no more. The bodies belong to them, place by place; null where nobody is told.
-- in   :events text[], :bodies text[]
update outbox_event e
set fanned_out = true, body = done.body
from unnest(cast(:events as text[]), cast(:bodies as text[])) done (id, body)
where e.id = done.id;
