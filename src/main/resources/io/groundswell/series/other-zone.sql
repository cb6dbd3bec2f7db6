-- Whether some days of an organization's things are those of another zone.
-- in   :organization :zone text
-- out  other boolean
select exists (select from tracked where organization_id = :organization and zone < :zone)
    or exists (select from tracked where organization_id = :organization and zone > :zone) as other;
