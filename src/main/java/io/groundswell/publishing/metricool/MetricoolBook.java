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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was handed to Metricool, under our references, which it has no place for: written down before the call, with the
 * moment that the post is planned for, so that it can be told from all others in the planner afterwards.
 */
@ApplicationScoped
class MetricoolBook {
    /** After an entry is forgotten, its reference may get another one, which has another second. */
    private static final String ONE = "reference = :reference and publish_at = :at";

    private static final Sql RESERVE = Sql.file(MetricoolBook.class, "reserve.sql");
    private static final Sql FIND = Sql.text("select * from metricool_post where reference = :reference");
    private static final Sql KNOWN = Sql.text("select 1 from metricool_post where post_id = :post");
    private static final Sql TRIED =
            Sql.text("update metricool_post set tried_at = :now where post_id is null and " + ONE);
    private static final Sql TAKEN =
            Sql.text("update metricool_post set post_id = :post, tried_at = null where " + ONE);
    private static final Sql WITHDRAWING = Sql.text("update metricool_post set withdrawn_at = :now where " + ONE);
    private static final Sql STAYS = Sql.text("update metricool_post set withdrawn_at = null where " + ONE);
    private static final Sql OUT =
            Sql.text("update metricool_post set is_out = true, withdrawn_at = null where " + ONE);
    private static final Sql FORGET = Sql.text("delete from metricool_post where " + ONE);

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
     * @param withdrawnAt when it was asked to give it back and did not tell that it keeps it, or null
     */
    record Entry(
            String reference,
            String blogId,
            String network,
            String text,
            Instant at,
            String postId,
            Instant triedAt,
            Instant withdrawnAt) {
        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getString("reference"),
                    row.getString("blog_id"),
                    row.getString("network"),
                    row.getString("text"),
                    Sql.instant(row, "publish_at"),
                    row.getString("post_id"),
                    Sql.instant(row, "tried_at"),
                    Sql.instant(row, "withdrawn_at"));
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
        return KNOWN.exists(database, Map.of("post", postId));
    }

    /** To be committed before the call: whoever dies in it leaves the doubt behind. */
    void trying(Entry entry, Instant now) {
        change(TRIED, entry, Map.of("now", now));
    }

    void taken(Entry entry, String postId) {
        change(TAKEN, entry, Map.of("post", postId));
    }

    /** To be committed before the call as well: what is gone after it has not been deleted by somebody. */
    void withdrawing(Entry entry, Instant now) {
        change(WITHDRAWING, entry, Map.of("now", now));
    }

    /** Metricool did not give it back. */
    void stays(Entry entry) {
        change(STAYS, entry, Map.of());
    }

    /** Whether it was given back meanwhile, or may have been. */
    boolean isWithdrawn(Entry entry) {
        return find(entry.reference())
                .filter(now -> now.at().equals(entry.at()) && now.withdrawnAt() == null)
                .isEmpty();
    }

    void out(Entry entry) {
        change(OUT, entry, Map.of());
    }

    /** Surely not there: the next attempt begins anew. */
    void forget(Entry entry) {
        change(FORGET, entry, Map.of());
    }

    private void change(Sql statement, Entry entry, Map<String, ?> more) {
        var values = new HashMap<String, Object>(more);
        values.put("reference", entry.reference());
        values.put("at", entry.at());
        QuarkusTransaction.requiringNew().run(() -> statement.update(database, values));
    }
}
