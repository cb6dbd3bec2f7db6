-- Connects a source, or one that is there already anew.
-- in   :id :organization :mode :kind :account :name :secret text, :program uuid, :now timestamptz
-- out  all of its columns
insert into source as s (id, organization_id, mode, program_id, kind, account, name, secret, health, last_success_at,
    created_at, updated_at)
values (:id, :organization, :mode, :program, :kind, :account, :name, :secret, 'HEALTHY', :now, :now, :now)
on conflict (id) do update set name = excluded.name, secret = excluded.secret, health = 'HEALTHY', last_error = null,
    last_success_at = excluded.last_success_at, paused_until = null, renewing_until = null,
    updated_at = excluded.updated_at
returning *;
