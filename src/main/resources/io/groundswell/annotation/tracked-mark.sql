-- Writes down what happened to a creator, campaign or video, once for each kind and second.
-- in   :id :organization :mode :scope :thing :kind :title text, :at :now timestamptz
-- out  1 when it is new
insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details, created_at, updated_at)
values (:id, :organization, :mode, 0, :scope, :thing, :kind, :at, :title, '{}', :now, :now)
on conflict (id) do nothing;
