-- Whether the inner campaign is the outer one or is part of it, directly or through others. Looks at each campaign that the
-- inner one is part of once, however many ways lead there.
-- in   :outer :inner uuid
-- out  1 when it is
with recursive above (id) as (
    select cast(:inner as uuid)
    union
    select i.campaign_id from above join campaign_item i on i.nested_id = above.id
)
select 1 from above where id = :outer limit 1;
