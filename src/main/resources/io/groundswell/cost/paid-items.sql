-- For how many items something was paid in a stretch of time: by mission, for those that are named, and for the rest.
-- in   :organization :mode :mission text (null: all missions), :from :until timestamptz, :missions text[]
-- out  mission_id text (null for the rest), items bigint
select case when mission_id = any (cast(:missions as text[])) then mission_id end as mission_id, count(*) as items
from (
    select distinct mission_id, content_id
    from ledger_entry
    where organization_id = :organization and mode = :mode and state = 'SETTLED' and at >= :from and at < :until
      and content_id is not null
      and (cast(:mission as text) is null or mission_id = cast(:mission as text))) item
group by 1;
