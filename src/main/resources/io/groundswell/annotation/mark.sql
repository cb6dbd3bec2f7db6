-- Writes down what happened, once for each cause.
-- in   :id :organization :mode :scope :entity :mission :kind :title text, :at :now timestamptz, :keys :values text[];
--      :cause text, null for what cannot be told twice
-- out  1 when it is new
insert into annotation (id, organization_id, mode, version, scope, entity_id, mission_id, kind, at, title, details, cause,
    created_at, updated_at)
values (:id, :organization, :mode, 0, :scope, :entity, :mission, :kind, :at, :title, jsonb_object(:keys, :values), :cause,
    :now, :now)
on conflict (organization_id, mode, cause) where cause is not null do nothing;
