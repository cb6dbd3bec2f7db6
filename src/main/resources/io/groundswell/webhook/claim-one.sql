-- Claims one delivery, whatever the state of its endpoint.
-- in   :id text, :claim text, :lease timestamptz
-- out  as claim.sql
update webhook_delivery d
set claim = :claim, due_at = :lease
from webhook w, outbox_event e
where d.id = :id and w.id = d.webhook_id and e.id = d.event_id
returning d.claim, d.id, d.webhook_id, w.url, w.secret, w.previous_secret, w.previous_until, d.type, e.body, d.attempts;
