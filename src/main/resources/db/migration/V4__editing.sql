-- Editing and rewriting of items, and alternative wordings.

alter table content
    -- Whether neither the approval policy nor a person has ruled on the item yet.
    add column fresh boolean not null default false,
    -- The job that is to give the item other words; until then nobody approves the ones it has.
    add column rewrite_job_id text,
    -- Versions before this one that a network was asked to post and that may be out.
    add column earlier_tries jsonb not null default '[]',
    -- The variation whose words went out.
    add column variation_id text;

update content set fresh = true where status = 'DRAFT';
update content c set rewrite_job_id = j.id from rewrite_job j where j.content_id = c.id and j.status = 'PENDING';
