-- Deletes the oldest alerts of organizations that have too many, but for those whose cause goes on.
-- in   :most int, :moments text[], the kinds whose causes do not go on
delete from alert where id in (
    select a.id
    from (select organization_id, mode from alert group by organization_id, mode having count(*) > :most) o
    cross join lateral (
        select old.id
        from (
            select id, kind, ended_at from alert a
            where a.organization_id = o.organization_id and a.mode = o.mode
            order by a.raised_at desc, a.id desc
            offset :most) old
        where old.ended_at is not null or old.kind = any (:moments)
        limit 10000) a);
