-- Deliveries that are due to endpoints that are on. Slow endpoints get one at a time: how long theirs wait says nothing of this server.
-- in   :now timestamptz
-- out  waiting bigint, oldest timestamptz (since when the longest one that is not to a slow endpoint is due; null when none is)
select count(*) as waiting, min(d.due_at) filter (where not w.slow) as oldest
from webhook_delivery d
join webhook w on w.id = d.webhook_id
where d.due_at <= :now and w.status = 'ACTIVE';
