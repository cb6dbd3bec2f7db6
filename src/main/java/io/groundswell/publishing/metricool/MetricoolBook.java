package io.groundswell.publishing.metricool;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.PublishFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was handed to Metricool, under our references, which it has no place for: written down before the call, with the
 * moment that the post is planned for, so that it can be told from all others in the planner afterwards.
 */
@ApplicationScoped
class MetricoolBook {
    private static final Sql RESERVE = Sql.file(MetricoolBook.class, "reserve.sql");
    private static final Sql FIND = Sql.text("select * from metricool_post where reference = :reference");
    private static final Sql KNOWN = Sql.text("select 1 from metricool_post where post_id = :post");
    private static final Sql TRIED =
            Sql.text("update metricool_post set tried_at = :now where reference = :reference and post_id is null");
    private static final Sql TAKEN =
            Sql.text("update metricool_post set post_id = :post, tried_at = null where reference = :reference");
    private static final Sql FORGET = Sql.text("delete from metricool_post where reference = :reference");

    /** When others take the same second at the same moment. */
    private static final int MOST_TRIES = 5;

    private final AgroalDataSource database;

    MetricoolBook(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One post.
     *
     * @param text as it was sent, or the first part of it
     * @param postId Metricool's id of it, null until it told
     * @param triedAt when it was last asked to take it and did not tell whether it did, or null
     */
    record Entry(
            String reference, String blogId, String network, String text, Instant at, String postId, Instant triedAt) {
        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getString("reference"),
                    row.getString("blog_id"),
                    row.getString("network"),
                    row.getString("text"),
                    Sql.instant(row, "publish_at"),
                    row.getString("post_id"),
                    Sql.instant(row, "tried_at"));
        }
    }

    Optional<Entry> find(String reference) {
        return FIND.first(database, Map.of("reference", reference), Entry::of);
    }

    /** The entry for a post, made when there is none. It gets a second of its own among the network's posts. */
    Entry reserve(Post post, String blogId, String network, String text, Instant at) {
        var values = Map.of(
                "reference", post.reference(),
                "organization", post.owner().organizationId(),
                "mode", post.owner().mode(),
                "blog", blogId,
                "network", network,
                "text", text,
                "at", at);
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            QuarkusTransaction.requiringNew().run(() -> RESERVE.call(database, values));
            var entry = find(post.reference());
            if (entry.isPresent()) {
                return entry.get();
            }
        }
        throw PublishFailure.passing("Too many posts are being handed to Metricool at once", null);
    }

    /** Whether a post in a planner is known to be another entry's. */
    boolean isKnown(String postId) {
        return KNOWN.first(database, Map.of("post", postId), row -> true).isPresent();
    }

    /** To be committed before the call: whoever dies in it leaves the doubt behind. */
    void trying(String reference, Instant now) {
        change(TRIED, Map.of("reference", reference, "now", now));
    }

    void taken(String reference, String postId) {
        change(TAKEN, Map.of("reference", reference, "post", postId));
    }

    /** Surely not there: the next attempt begins anew. */
    void forget(String reference) {
        change(FORGET, Map.of("reference", reference));
    }

    private void change(Sql statement, Map<String, ?> values) {
        QuarkusTransaction.requiringNew().run(() -> statement.update(database, values));
    }
}
