package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.Content;
import io.groundswell.content.ContentError;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentStatus;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counters of posts that callers tell, because they know them from elsewhere. */
@ApplicationScoped
public class ToldMetrics {
    /** How far a caller's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Sql GAINED = Sql.text("""
            select impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views
            from metric_subject
            where organization_id = :organization and mode = :mode and kind = 'CONTENT' and subject_id = :content""");

    private final ContentMoves moves;
    private final Snapshots snapshots;
    private final KpiChecks checks;
    private final AgroalDataSource database;
    private final Clock clock;

    ToldMetrics(ContentMoves moves, Snapshots snapshots, KpiChecks checks, AgroalDataSource database, Clock clock) {
        this.moves = moves;
        this.snapshots = snapshots;
        this.checks = checks;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a post has come to.
     *
     * @param at the moment that was told of
     * @param views null when nobody has told them: they are no counter of every network
     */
    public record Standing(Content content, Instant at, Figures figures, Long views) {}

    /** @param at when the counters stood there, null for now */
    @Transactional
    public Standing record(Owner owner, String contentId, Instant at, Map<Counter, Long> counters) {
        if (counters.isEmpty()) {
            throw Refusal.of(Refusal.Input.INVALID_INPUT, "Send at least one counter, such as impressions");
        }
        var content = moves.hold(owner, contentId);
        if (content.status() != ContentStatus.PUBLISHED) {
            throw Refusal.of(
                    ContentError.CONTENT_STATE,
                    "Only what is published has counters; this item is %s",
                    content.status());
        }
        var out = content.publication().publishedAt();
        var moment = moment(out, at == null ? nowAfter(out) : at);
        var sample = new Sample(Subject.content(contentId), moment, new Counters(counters));
        snapshots.tell(owner, sample, out);
        checks.ask(owner, List.of(sample));
        var values = Sql.owned(owner);
        values.put("content", contentId);
        return GAINED.first(database, values, row -> new Standing(content, moment, figures(row), views(row)))
                .orElseThrow();
    }

    /** By the clock of another instance it may have gone out only in a moment. */
    private Instant nowAfter(Instant out) {
        var now = clock.instant();
        return now.isAfter(out) ? now : out;
    }

    private Instant moment(Instant out, Instant at) {
        var now = clock.instant();
        if (at.isAfter(now.plus(AHEAD))) {
            throw Refusal.impossible("at", "at must not lie in the future");
        }
        if (at.isBefore(out.truncatedTo(ChronoUnit.SECONDS))) {
            throw Refusal.impossible("at", "at must not be before the item was published");
        }
        var known = at.isAfter(now) ? now : at;
        // The post itself begins with nothing. Callers see its second, not its fraction.
        return known.isAfter(out) ? known : out.plus(1, ChronoUnit.MILLIS);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        var sums = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.ofPosts()) {
            sums.put(counter, row.getLong(counter.column()));
        }
        return new Figures(sums);
    }

    private static Long views(ResultSet row) throws SQLException {
        return row.getObject(Counter.VIEWS.column(), Long.class);
    }
}
