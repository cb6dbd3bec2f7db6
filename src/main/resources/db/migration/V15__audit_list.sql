-- What a reader of the audit trail asks for: an id to page by, where a request came from, and what exactly was changed.
alter table audit_entry add column public_id text;
update audit_entry set public_id = 'aud_' || substr(md5(random()::text || id), 1, 16);
alter table audit_entry drop constraint audit_entry_pkey;
alter table audit_entry drop column id;
alter table audit_entry rename column public_id to id;
alter table audit_entry add primary key (id);
alter table audit_entry rename column subject_id to subject;
alter table audit_entry
    -- The API key that was shown; null for sessions, review links, operators and the server itself.
    add column key_id text,
    add column request_id text,
    add column address text,
    add column details jsonb not null default '{}';

-- One list and its three filters, each in the order of the list; the last one is for the round that deletes old rows.
drop index audit_entry_list;
create index audit_entry_list on audit_entry (organization_id, mode, at, id);
create index audit_entry_action on audit_entry (organization_id, mode, action, at, id);
create index audit_entry_user on audit_entry (organization_id, mode, user_id, at, id);
create index audit_entry_subject on audit_entry (organization_id, mode, subject, at, id);
create index audit_entry_age on audit_entry (mode, at);
