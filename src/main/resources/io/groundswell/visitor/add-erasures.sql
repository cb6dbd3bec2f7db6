-- Asks for a user to be deleted.
-- in   :site bigint, :keys text[] (numbers that stand for the user in rows), :now timestamptz
insert into user_erasure (site_number, user_key, asked_at)
select :site, unnest(cast(cast(:keys as text[]) as bigint[])), :now
on conflict do nothing;
