-- Replaces the changes of the oldest :limit fresh rows, and what was folded for the same keys before, by their sums.
-- Rows that another folder holds are left to it: sums of parts add up to the same.
-- in   :limit int
-- out  folded int, how many fresh rows there were
with fresh as (
    select id, organization_id, mode, platform, type, status
    from content_tally
    where not folded
    order by id
    limit :limit
    for update skip locked
), held as (
    select t.id
    from content_tally t
    join (select distinct organization_id, mode, platform, type, status from fresh) k
        using (organization_id, mode, platform, type, status)
    for update of t skip locked
), gone as (
    delete from content_tally
    where id in (select id from held)
    returning organization_id, mode, platform, type, status, n
), kept as (
    insert into content_tally (organization_id, mode, platform, type, status, n, folded)
    select organization_id, mode, platform, type, status, sum(n), true
    from gone
    group by organization_id, mode, platform, type, status
    having sum(n) <> 0
)
select count(*) as folded from fresh;
