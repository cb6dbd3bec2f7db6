-- Which words each yes was given to, what waits to be escalated, and links with which people outside review an item.

update content set approvals = (
    select jsonb_agg(approval || jsonb_build_object('version', content.version))
    from jsonb_array_elements(approvals) approval)
where jsonb_array_length(approvals) > 0;

create index content_to_escalate on content (mission_id, pending_since)
    where status = 'PENDING_REVIEW' and escalated_at is null;

create table review_link (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    content_id text not null references content on delete cascade,
    token_hash text not null unique,
    reviewer text,
    issued_by text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    approved boolean,
    revoked_at timestamptz,
    created_at timestamptz not null
);
create index review_link_of_content on review_link (content_id, created_at desc, id desc);
create index review_link_of_organization on review_link (organization_id);
create index review_link_end on review_link (expires_at);
