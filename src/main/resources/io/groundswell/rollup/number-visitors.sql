-- Gives the next numbers to users who have none. Somebody else may be faster.
-- in   :site bigint, :users text[] (of keys), :numbered int (the number before the first of theirs)
insert into visitor (site_number, user_key, number)
select :site, u.user_key, :numbered + u.place
from unnest(cast(cast(:users as text[]) as bigint[])) with ordinality as u (user_key, place)
on conflict do nothing;
