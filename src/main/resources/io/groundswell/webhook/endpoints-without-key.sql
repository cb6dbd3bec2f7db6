-- Endpoints with deliveries that wait since a server could not read the secret.
-- in   :now timestamptz, :reason text (what these deliveries were told last)
-- out  id text, secret text
select w.id, w.secret
from webhook w
where w.status = 'ACTIVE'
  and exists (
      select from webhook_delivery d
      where d.webhook_id = w.id and d.due_at > :now and d.claim is null and d.tries -> -1 ->> 'error' = :reason)
order by w.id;
