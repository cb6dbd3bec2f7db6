-- Enters a post into the book, at the first second from :at on that no other post of its brand and network has, and never
-- at a whole minute, which people choose. One that is in the book already stays as it is.
-- in   :reference :organization :mode :blog :network :text text, :at timestamptz
-- out  1 when it is new; nothing, too, when another post took the second at the same moment
insert into metricool_post (reference, organization_id, mode, blog_id, network, text, publish_at)
select :reference, :organization, :mode, :blog, :network, :text, free.at
from (
    select s.at
    from generate_series(date_trunc('second', cast(:at as timestamptz)),
                         date_trunc('second', cast(:at as timestamptz)) + interval '5 minutes', interval '1 second') as s (at)
    where extract(second from s.at) <> 0
      and not exists (
          select from metricool_post p where p.blog_id = :blog and p.network = :network and p.publish_at = s.at)
    order by s.at limit 1
) free
on conflict do nothing
returning 1;
