package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Reslotting.Late;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an organization has in its queue. */
@ApplicationScoped
class Agenda {
    private static final Sql TAKEN = Sql.file(Agenda.class, "taken.sql");
    private static final Sql PLANNED = Sql.file(Agenda.class, "planned.sql");
    private static final Sql LATE = Sql.file(Agenda.class, "late.sql");
    private static final Sql UPCOMING = Sql.file(Agenda.class, "upcoming.sql");
    /** The longest a local day can be, and a little more: what a mission posts in one that is partly in a span counts. */
    private static final Duration DAY = Duration.ofHours(26);

    private final AgroalDataSource database;
    private final Clock clock;

    Agenda(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Until the transaction ends nobody else looks for a free slot of the same organization, for both would find the
     * same one. Mission before job before agenda before item is the order in which all of them are held: whoever holds the
     * agenda may wait for items, so it is called before any of them is held, be it for something else.
     */
    void hold(Owner owner) {
        Alone.with(database, "agenda " + owner);
    }

    /**
     * The organization's posts, scheduled and published, in a span and so near it that they take room there.
     *
     * @param except ids of items that are about to leave their slots
     */
    Taken taken(Owner owner, Span span, List<String> except) {
        var taken = new Taken();
        posts(owner, span.from().minus(Taken.GAP), span.until().plus(Taken.GAP), except)
                .forEach(post -> taken.add(post.platform, post.at));
        return taken;
    }

    /**
     * The same as one mission sees it: it knows its own posts, on the whole of each day that the span touches, and what
     * it has planned in the span and not scheduled yet.
     */
    Taken takenAround(Mission mission, Span span, List<String> except) {
        var taken = new Taken();
        var posts = posts(mission.owner(), span.from().minus(DAY), span.until().plus(DAY), except);
        Stream.concat(posts.stream(), planned(mission, span, except).stream()).forEach(post -> {
            if (post.missionId.equals(mission.id())) {
                taken.addOwn(post.platform, post.at);
            } else {
                taken.add(post.platform, post.at);
            }
        });
        return taken;
    }

    private record Post(String missionId, Platform platform, Instant at) {}

    private List<Post> posts(Owner owner, Instant from, Instant until, List<String> except) {
        var values = Map.of(
                "organization", owner.organizationId(),
                "mode", owner.mode(),
                "from", from,
                "until", until,
                "except", except);
        return TAKEN.list(database, values, Agenda::post);
    }

    private List<Post> planned(Mission mission, Span span, List<String> except) {
        var values = Map.of(
                "organization", mission.owner().organizationId(),
                "mode", mission.owner().mode(),
                "mission", mission.id(),
                "from", span.from(),
                "until", span.until(),
                "except", except);
        return PLANNED.list(database, values, Agenda::post);
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getString("mission_id"), Platform.valueOf(row.getString("platform")), Sql.instant(row, "at"));
    }

    /**
     * The mission's first items that need another moment, in order: approved ones whose planned slot is past, and
     * scheduled ones that should have gone out before {@code tooLate}.
     */
    List<Late> late(Mission mission, Instant tooLate) {
        var values = Map.of(
                "organization", mission.owner().organizationId(),
                "mode", mission.owner().mode(),
                "mission", mission.id(),
                "now", clock.instant(),
                "too_late", tooLate);
        return LATE.list(
                database, values, row -> new Late(row.getString("id"), Platform.valueOf(row.getString("platform"))));
    }

    /** @param missionId null for all missions together */
    List<Upcoming> upcoming(Owner owner, String missionId, int limit) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        values.put("now", clock.instant());
        values.put("limit", limit);
        return UPCOMING.list(
                database,
                values,
                row -> new Upcoming(
                        row.getString("id"),
                        Platform.valueOf(row.getString("platform")),
                        Sql.instant(row, "scheduled_for")));
    }
}
