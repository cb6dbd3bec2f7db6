-- Keeps the columns of a segment.
-- in   :site :last bigint, :names text[], :stored bytea[] (as many)
insert into event_column (site_number, last_seq, name, stored)
select :site, :last, c.name, c.stored
from unnest(cast(:names as text[]), cast(:stored as bytea[])) as c (name, stored);
