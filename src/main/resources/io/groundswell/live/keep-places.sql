-- Renews the places of streams before they are over, and says which streams may go on: not those whose place is gone, whose site was
-- deleted, whose organization was suspended, or whose key was revoked, is over, or is of somebody who left.
-- in   :ids text[], :now timestamptz, :renew timestamptz (those over before it), :until timestamptz
-- out  id text
with renewed as (
    update open_stream set leased_until = :until
    where id = any (cast(:ids as text[])) and leased_until < :renew
)
select p.id
from open_stream p
join site s on s.number = p.site_number and s.deleted_at is null
join organization o on o.id = p.organization_id and o.status = 'ACTIVE'
join api_key k on k.id = p.api_key_id and k.revoked_at is null and (k.expires_at is null or k.expires_at > :now)
join membership m on m.organization_id = k.organization_id and m.user_id = k.user_id
where p.id = any (cast(:ids as text[]));
