-- Gives the next numbers to users who have none. Somebody else may be faster.
-- in   :site bigint, :users text[] (of keys)
with fresh as (
    select cast(u as bigint) as user_key, row_number() over () as place from unnest(cast(:users as text[])) u
), base as (
    update visitor_count set visitors = visitors + (select count(*) from fresh) where site_number = :site
    returning visitors - (select count(*) from fresh) as numbered
)
insert into visitor (site_number, user_key, number)
select :site, f.user_key, b.numbered + f.place from fresh f cross join base b
on conflict do nothing;
