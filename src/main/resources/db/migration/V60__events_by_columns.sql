-- Events of sites once more, by columns: a question that looks at one property of very many events need not read all the others.

-- Some events of a site that have come one after the other.
create table event_segment (
    site_number bigint not null,
    first_seq bigint not null,
    last_seq bigint not null,
    -- Of the events, in UTC.
    first_day date not null,
    last_day date not null,
    -- Whether it has a column for each property, if its events had no more different ones than are kept.
    whole boolean not null,
    -- Since when rows are not any more what it was made of: it has no columns then, and waits to be made again.
    dropped_at timestamptz,
    primary key (site_number, last_seq)
);
create index event_segment_dropped on event_segment (dropped_at) where dropped_at is not null;

-- What the events of a segment have in one column, as io.groundswell.segment.Column writes it.
create table event_column (
    site_number bigint not null,
    last_seq bigint not null,
    name text not null,
    stored bytea not null,
    primary key (site_number, last_seq, name)
);
-- Read much more often than written.
alter table event_column alter column stored set storage external;

-- The events up to this one are in segments.
alter table site_fold add column segmented bigint not null default 0;
