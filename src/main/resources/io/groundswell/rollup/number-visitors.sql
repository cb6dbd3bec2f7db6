-- Gives the next numbers to users who have none.
-- in   :site bigint, :users text[] (of keys)
-- out  user_key bigint, number int
with fresh as (
    select cast(u as bigint) as user_key, row_number() over () as place from unnest(cast(:users as text[])) u
), base as (
    update site_fold set visitors = visitors + (select count(*) from fresh) where site_number = :site
    returning visitors - (select count(*) from fresh) as numbered
)
insert into visitor (site_number, user_key, number)
select :site, f.user_key, b.numbered + f.place from fresh f cross join base b
returning user_key, number;
