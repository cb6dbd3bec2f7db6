-- Claims deliveries that are due. Endpoints take turns: those that answer quickly before slow ones, those with least
-- under way first, then whoever waits longest; a slow one has one delivery under way at a time. The endpoints that have
-- anything to be sent are found by skipping from one to the next in the index, however much each of them has.
-- in   :now timestamptz, :limit int, :most int (at once, per endpoint), :slow_too boolean, :claim text,
--      :lease timestamptz (when the claim ends)
-- out  claim text, id text, webhook_id text, url text, secret text, previous_secret text, previous_until timestamptz,
--      type text, body text, attempts int
with recursive lane (id) as (
    (select webhook_id from webhook_delivery where due_at is not null order by webhook_id limit 1)
    union all
    select (
        select d.webhook_id from webhook_delivery d
        where d.due_at is not null and d.webhook_id > lane.id
        order by d.webhook_id limit 1)
    from lane where lane.id is not null
), turn as (
    select w.id, w.slow, busy.n as busy, case when w.slow then 1 else cast(:most as int) end - busy.n as room
    from lane
    join webhook w on w.id = lane.id and w.status = 'ACTIVE' and (cast(:slow_too as boolean) or not w.slow)
    cross join lateral (
        select d.due_at from webhook_delivery d
        where d.webhook_id = w.id and d.due_at <= :now
        order by d.due_at limit 1) oldest
    cross join lateral (
        select count(*) as n from webhook_delivery d
        where d.webhook_id = w.id and d.claim is not null and d.due_at > :now) busy
    where busy.n < case when w.slow then 1 else cast(:most as int) end
    order by w.slow, busy.n, oldest.due_at
    limit :limit
), free as materialized (
    select one.id, one.due_at, turn.id as webhook_id, turn.slow, turn.busy
    from turn
    cross join lateral (
        select d.id, d.due_at from webhook_delivery d
        where d.webhook_id = turn.id and d.due_at <= :now
        order by d.due_at
        limit turn.room
        for update skip locked) one
), chosen as (
    select id from free
    order by slow, busy + row_number() over (partition by webhook_id order by due_at), due_at
    limit :limit
)
update webhook_delivery d
set claim = :claim, due_at = :lease
from chosen
join webhook_delivery same on same.id = chosen.id
join webhook w on w.id = same.webhook_id
join outbox_event e on e.id = same.event_id
where d.id = chosen.id
returning d.claim, d.id, d.webhook_id, w.url, w.secret, w.previous_secret, w.previous_until, d.type, e.body, d.attempts;
