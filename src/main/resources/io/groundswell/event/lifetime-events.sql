-- How many events an organization's sites ever got, deleted ones included.
-- in   :organization text
-- out  events bigint
select coalesce(sum(total_events), 0) as events from site where organization_id = :organization;
