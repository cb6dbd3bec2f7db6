-- Sites whose tokens came with events. Their rows stay locked until the events are in, which keeps them in one order.
-- in   :tokens text[]
-- out  number bigint, token, organization_id, allowed_origins text
select number, token, organization_id, allowed_origins
from site
where token = any (cast(:tokens as text[])) and deleted_at is null
order by number
for no key update;
