-- Events that nobody was told of yet, oldest first and held for the caller, with the endpoints that want them.
-- in   :limit int
-- out  id text, organization_id text, mode text, type text, subject_id text, data text (JSON), at timestamptz,
--      webhooks text[]
select e.id, e.organization_id, e.mode, e.type, e.subject_id, e.data, e.at,
       array(
           select w.id from webhook w
           where w.organization_id = e.organization_id and w.mode = e.mode and w.status = 'ACTIVE'
             and w.events && array['*', e.type]
           order by w.id) as webhooks
from outbox_event e
where not e.fanned_out
order by e.at, e.id
limit :limit
for update of e skip locked;
