-- Campaigns that were asked about, each with all those in it. Each is visited once, however many ways lead to it.
-- in   :organization :mode text, :ids text[]
-- out  root uuid, the campaign that was asked about; id uuid, of it or one in it; label text, of the root
with recursive tree (root, id) as (
    select c.id, c.id from campaign c
    where c.organization_id = :organization and c.mode = :mode and c.id = any (cast(:ids as uuid[]))
    union
    select t.root, i.nested_id from tree t join campaign_item i on i.campaign_id = t.id where i.nested_id is not null
)
select t.root, t.id, c.name as label from tree t join campaign c on c.id = t.root;
