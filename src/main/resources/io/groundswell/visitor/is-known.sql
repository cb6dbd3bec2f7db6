-- Whether there is anything of a user.
-- in   :site bigint, :keys text[] (numbers that stand for the user)
-- out  known boolean
with wanted as (
    select unnest(cast(cast(:keys as text[]) as bigint[])) as key
)
select exists (select from wanted join event e on e.site_number = :site and e.user_key = wanted.key)
    or exists (select from wanted join session s on s.site_number = :site and s.user_key = wanted.key)
    or exists (select from wanted join user_alias a on a.site_number = :site and a.user_key = wanted.key)
    or exists (select from wanted join user_erasure r on r.site_number = :site and r.user_key = wanted.key) as known;
