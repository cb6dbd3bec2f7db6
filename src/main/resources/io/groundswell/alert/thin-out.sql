-- Deletes the oldest alerts of organizations that have too many.
-- in   :most int
delete from alert where id in (
    select a.id
    from (select organization_id, mode from alert group by organization_id, mode having count(*) > :most) o
    cross join lateral (
        select id from alert a
        where a.organization_id = o.organization_id and a.mode = o.mode
        order by a.raised_at desc, a.id desc
        offset :most limit 10000) a);
