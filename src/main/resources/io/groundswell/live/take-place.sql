-- Takes a place for a stream, unless all are taken. Whoever does this does it alone for the organization.
-- in   :id text, :organization text, :site bigint, :key text, :now timestamptz, :until timestamptz, :most bigint
-- out  id text, when there was a place
with over as (
    -- Of instances that are gone.
    delete from open_stream where organization_id = :organization and leased_until <= :now
)
insert into open_stream (id, organization_id, site_number, api_key_id, leased_until)
select :id, :organization, :site, :key, cast(:until as timestamptz)
where (select count(*) from open_stream where organization_id = :organization and leased_until > :now) < :most
returning id;
