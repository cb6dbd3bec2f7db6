-- Makes due what waits for an endpoint since a server could not read its secret. What is held right now is left alone.
-- in   :webhook text, :now timestamptz, :reason text (what these deliveries were told last), :limit int
with waiting as (
    select id
    from webhook_delivery
    where webhook_id = :webhook and due_at > :now and claim is null and tries -> -1 ->> 'error' = :reason
    limit :limit
    for update skip locked
)
update webhook_delivery d
set due_at = :now
from waiting
where d.id = waiting.id;
