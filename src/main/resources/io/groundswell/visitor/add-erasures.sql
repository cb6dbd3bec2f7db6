-- Asks for a user to be deleted, and forgets their former ids.
-- in   :site bigint, :keys text[] (numbers that stand for the user), :now timestamptz
with forgotten as (
    delete from user_alias
    where site_number = :site and user_key = any (cast(cast(:keys as text[]) as bigint[]))
)
insert into user_erasure (site_number, user_key, asked_at)
select :site, unnest(cast(cast(:keys as text[]) as bigint[])), :now
on conflict do nothing;
