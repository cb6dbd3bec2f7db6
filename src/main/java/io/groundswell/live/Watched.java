package io.groundswell.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The sites that are watched on this instance, each with its ring and the streams of those who watch. */
final class Watched {
    private final Map<Long, Site> sites = new HashMap<>();
    private int streams;

    private record Site(Ring ring, Set<LiveStream> streams) {}

    /** @param total the number of the last event, from which on nothing was missed yet */
    synchronized LiveStream add(long site, long total, Function<Ring, LiveStream> stream) {
        var watched = sites.computeIfAbsent(site, none -> new Site(new Ring(total), new LinkedHashSet<>()));
        var added = stream.apply(watched.ring());
        watched.streams().add(added);
        streams++;
        return added;
    }

    /** Says whether it was there. */
    synchronized boolean remove(LiveStream stream) {
        var site = sites.get(stream.site());
        if (site == null || !site.streams().remove(stream)) {
            return false;
        }
        streams--;
        if (site.streams().isEmpty()) {
            sites.remove(stream.site());
        }
        return true;
    }

    synchronized int size() {
        return streams;
    }

    synchronized List<LiveStream> all() {
        return sites.values().stream().flatMap(site -> site.streams().stream()).toList();
    }

    /** How far each site is known. */
    synchronized Map<Long, Ring.Position> positions() {
        var positions = new LinkedHashMap<Long, Ring.Position>();
        sites.forEach((number, site) -> positions.put(number, site.ring().position()));
        return positions;
    }

    /** @param after where its ring was when the news was asked for; another one may be there by now, and goes on from where it is */
    synchronized void add(long site, Ring.Position after, News news) {
        if (sites.containsKey(site) && sites.get(site).ring().position().equals(after)) {
            sites.get(site).ring().add(news);
        }
    }

    /** @param mostBytes of all rings together */
    synchronized void trim(Instant since, long mostBytes) {
        sites.values().forEach(site -> site.ring().trim(since, mostBytes / sites.size()));
    }

    /** How many events are in memory. */
    synchronized int events() {
        return sites.values().stream().mapToInt(site -> site.ring().size()).sum();
    }
}
