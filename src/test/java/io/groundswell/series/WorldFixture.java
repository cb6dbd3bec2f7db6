package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.recording.RecordingService;
import io.groundswell.series.World.Snap;
import io.groundswell.shared.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Writes a world into the database. */
public final class WorldFixture {
    private static final List<String> COUNTERS = List.of("views", "likes", "comments", "shares", "saves", "followers");

    private final AgroalDataSource database;
    private final Owner owner;
    private final ZoneId zone;
    private final UUID program = UUID.randomUUID();

    /** @param zone of the organization */
    public WorldFixture(AgroalDataSource database, Owner owner, ZoneId zone) {
        this.database = database;
        this.owner = owner;
        this.zone = zone;
    }

    /** The programme that all is in. */
    public UUID program() {
        return program;
    }

    /** With the days that the reference has of it. */
    public void write(World world) {
        things(world);
        world.creators.values().forEach(creator -> history(creator.id(), creator.written()));
        world.videos.values().forEach(video -> history(video.id(), video.written()));
        addUp();
    }

    /** As it happens: snapshots come in calls, those of several things mixed. */
    public void record(World world, RecordingService recording, Random random) {
        things(world);
        var waiting = new ArrayList<Deque<Sample>>();
        world.creators.values().stream()
                .filter(creator -> !creator.removed())
                .forEach(creator -> waiting.add(samples(Subject.Kind.CREATOR, creator.id(), creator.written())));
        world.videos.values().stream()
                .filter(video -> !world.isHidden(video))
                .forEach(video -> waiting.add(samples(Subject.Kind.VIDEO, video.id(), video.written())));
        var call = new ArrayList<Sample>();
        while (waiting.removeIf(Deque::isEmpty) || !waiting.isEmpty()) {
            if (!waiting.isEmpty()) {
                call.add(waiting.get(random.nextInt(waiting.size())).remove());
            }
            if (call.size() > random.nextInt(20)) {
                recording.record(owner, List.copyOf(call));
                call.clear();
            }
        }
        if (!call.isEmpty()) {
            recording.record(owner, call);
        }
    }

    private static Deque<Sample> samples(Subject.Kind kind, UUID id, List<Snap> written) {
        var subject = new Subject(kind, id.toString());
        var samples = new ArrayDeque<Sample>();
        for (var snap : written) {
            var counters = new HashMap<Counter, Long>();
            snap.values().forEach((name, value) -> counters.put(Counter.valueOf(name.toUpperCase(Locale.ROOT)), value));
            samples.add(new Sample(subject, snap.at(), snap.reset(), new Counters(counters)));
        }
        return samples;
    }

    private void things(World world) {
        run("insert into program (id, organization_id, mode, name, created_at, updated_at)"
                + " values ('%s', '%s', '%s', 'Programme', now(), now())"
                        .formatted(program, owner.organizationId(), owner.mode().name()));
        world.creators.values().forEach(this::write);
        world.videos.values().forEach(this::write);
        world.campaigns.values().forEach(this::write);
    }

    private void addUp() {
        run("""
                insert into creator_day
                select t.counts_for, d.day, %s, %s, %s from tracked t join tracked_day d using (id)
                where t.organization_id = '%s' and t.counts_for is not null group by 1, 2""".formatted(
                        each("coalesce(sum(d.%s), 0)"),
                        each("count(d.%s)"),
                        each("coalesce(sum(d.%s_change), 0)"),
                        owner.organizationId()));
    }

    private static String each(String form) {
        return String.join(
                ", ", COUNTERS.subList(0, 5).stream().map(form::formatted).toList());
    }

    private void run(String statement) {
        Sql.text(statement).update(database, Map.of());
    }

    private static String text(Object value) {
        return value == null ? "null" : "'" + value + "'";
    }

    private void write(World.Creator creator) {
        run("""
                insert into creator (id, organization_id, mode, program_id, handle, metadata, tracking_mode,
                    tracking_start_date, removed_at, created_at, updated_at)
                values ('%s', '%s', '%s', '%s', '%s', '{}', 'AUTO', '2020-01-01', %s, now(), now())""".formatted(
                        creator.id(),
                        owner.organizationId(),
                        owner.mode().name(),
                        program,
                        creator.handle(),
                        creator.removed() ? "now()" : "null"));
    }

    private void write(World.Video video) {
        run("""
                insert into video (id, organization_id, mode, program_id, creator_id, url, title, metadata, tracking_status,
                    posted_at, created_at, updated_at)
                values ('%s', '%s', '%s', '%s', %s, '%s', %s, '{}', '%s', %s, now(), now())""".formatted(
                        video.id(),
                        owner.organizationId(),
                        owner.mode().name(),
                        program,
                        text(video.creator()),
                        video.url(),
                        text(video.title()),
                        video.status().toUpperCase(Locale.ROOT),
                        text(video.postedAt())));
    }

    private void write(World.Campaign campaign) {
        run("""
                insert into campaign (id, organization_id, mode, program_id, name, metadata, created_at, updated_at)
                values ('%s', '%s', '%s', '%s', '%s', '{}', '1990-01-01', now())""".formatted(campaign.id(), owner.organizationId(), owner.mode().name(), program, campaign.name()));
        for (var item : campaign.items()) {
            var column = item.type().equals("campaign") ? "nested_id" : item.type() + "_id";
            run("insert into campaign_item (campaign_id, %s, organization_id, mode, added_at)".formatted(column)
                    + " values ('%s', '%s', '%s', '%s', now())"
                            .formatted(
                                    campaign.id(),
                                    item.id(),
                                    owner.organizationId(),
                                    owner.mode().name()));
        }
    }

    /** All snapshots of a thing, and what they come to. */
    private void history(UUID id, List<Snap> written) {
        var snaps = new TreeMap<Instant, Snap>();
        written.forEach(snap -> snaps.put(snap.at(), snap));
        if (snaps.isEmpty()) {
            return;
        }
        var standing = new TreeMap<String, Long>();
        var since = new TreeMap<String, Instant>();
        Instant compared = null;
        for (var snap : snaps.values()) {
            standing.putAll(snap.values());
            snap.values().keySet().forEach(counter -> since.putIfAbsent(counter, snap.at()));
            if (compared == null && !snap.reset() && !snap.at().equals(snaps.firstKey())) {
                compared = snap.at();
            }
            run("insert into tracked_snapshot values ('%s', '%s', 0, %s, %s)"
                    .formatted(id, snap.at(), snap.reset(), values(standing)));
        }
        var lastDay = days(id, new SlowDays(written, zone), snaps.keySet());
        var sets = new ArrayList<String>();
        standing.forEach((counter, value) -> sets.add(counter + " = " + value));
        since.forEach((counter, at) -> sets.add("%s_since = '%s'".formatted(counter, at)));
        run(
                "update tracked set zone = '%s', first_at = '%s', last_at = '%s', last_day = '%s', compared_at = %s, %s where id = '%s'"
                        .formatted(
                                zone,
                                snaps.firstKey(),
                                snaps.lastKey(),
                                lastDay,
                                text(compared),
                                String.join(", ", sets),
                                id));
        run("""
                update tracked c set views = c.views + coalesce(t.views, 0), likes = c.likes + coalesce(t.likes, 0),
                    comments = c.comments + coalesce(t.comments, 0), shares = c.shares + coalesce(t.shares, 0),
                    saves = c.saves + coalesce(t.saves, 0)
                from tracked t where t.id = '%s' and c.id = t.counts_for""".formatted(id));
    }

    private static String values(Map<String, Long> values) {
        return String.join(
                ", ",
                COUNTERS.stream()
                        .map(counter -> String.valueOf(values.get(counter)))
                        .toList());
    }

    /** Returns the last of them. */
    private LocalDate days(UUID id, SlowDays slow, Iterable<Instant> instants) {
        var days = new TreeSet<LocalDate>();
        instants.forEach(at -> days.add(at.atZone(zone).toLocalDate()));
        var before = new TreeMap<String, Long>();
        for (var day : days) {
            var gained = new TreeMap<String, Long>();
            var levels = new TreeMap<String, Long>();
            var changes = new TreeMap<String, Long>();
            for (var counter : COUNTERS) {
                gained.put(counter, slow.gained(counter, day));
                var level = slow.level(counter, day);
                levels.put(counter, level);
                changes.put(counter, level == null ? null : (Long) (level - before.getOrDefault(counter, 0L)));
                if (level != null) {
                    before.put(counter, level);
                }
            }
            run("insert into tracked_day values ('%s', '%s', %s, %s, %s)"
                    .formatted(id, day, values(gained), values(levels), values(changes)));
        }
        return days.last();
    }
}
