-- Deliveries that are due to endpoints that are on.
-- in   :now timestamptz
-- out  waiting bigint, oldest timestamptz (since when the longest one is due; null when none is)
select count(*) as waiting, min(d.due_at) as oldest
from webhook_delivery d
join webhook w on w.id = d.webhook_id
where d.due_at <= :now and w.status = 'ACTIVE';
