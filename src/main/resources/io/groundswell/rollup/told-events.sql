-- Events of a site that are not folded. As it stands, with their names as values; what has a comment behind it is replaced for the
-- other dimensions.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :folded :last bigint (numbers of events)
-- out  hour bigint (since 1970), name text, user_key bigint, number int (the user's), value text; each of the last three may be null
select cast(floor(date_part('epoch', e.at) / 3600) as bigint) as hour, e.name, e.user_key, v.number,
    e.name/* value */ as value
from event e
left join visitor v on v.site_number = :site and v.user_key = e.user_key
where e.site_number = :site and e.seq > :folded and e.seq <= :last and e.at >= :from and e.at < :until;
