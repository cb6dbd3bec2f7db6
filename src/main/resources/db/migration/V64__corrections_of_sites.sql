-- How often rows of a site that were there already were given to somebody else or deleted: what an instance holds of them in memory is
-- not true any more.
alter table site add column corrections bigint not null default 0;
