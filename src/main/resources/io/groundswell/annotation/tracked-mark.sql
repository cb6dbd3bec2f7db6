-- Writes down what happened to a creator, campaign or video, once for each kind and second. What else happens in that second is
-- added, unless it says the same; of titles that are too long together the end of the first is left out.
-- in   :id :organization :mode :scope :thing :kind :title text, :at :now timestamptz, :longest int
-- out  1 when it is news
insert into annotation as known (id, organization_id, mode, version, scope, entity_id, kind, at, title, details, created_at, updated_at)
values (:id, :organization, :mode, 0, :scope, :thing, :kind, :at, :title, '{}', :now, :now)
on conflict (id) do update set
    title = left(
        left(known.title, greatest(:longest / 2 - 1, :longest - 2 - length(excluded.title))) || '; ' || excluded.title,
        :longest),
    updated_at = excluded.updated_at
where position('; ' || excluded.title || '; ' in '; ' || known.title || '; ') = 0;
