package io.groundswell.database;

import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.jpa.HibernateHints;

/**
 * A filtered list of entities, walked by cursor in both directions. Rows are ordered by one column and then by id, and
 * a page starts beside the row whose id the cursor is, so rows that come or go elsewhere are neither skipped nor
 * repeated.
 *
 * @param <T> an entity whose id is text
 */
public final class Listing<T> {
    private final Class<T> type;
    private final String sortedBy;
    private final boolean descending;
    private final Conditions scope = new Conditions("s");
    private final Conditions filters = new Conditions("f");

    private Listing(Class<T> type, String sortedBy, boolean descending) {
        this.type = type;
        this.sortedBy = sortedBy;
        this.descending = descending;
    }

    public static <T> Listing<T> newestFirst(Class<T> type) {
        return newestFirst(type, "createdAt");
    }

    public static <T> Listing<T> newestFirst(Class<T> type, String sortedBy) {
        return new Listing<>(type, sortedBy, true);
    }

    public static <T> Listing<T> earliestFirst(Class<T> type, String sortedBy) {
        return new Listing<>(type, sortedBy, false);
    }

    /** Adds a condition on the entity {@code e} that says whose rows these are. A cursor must meet it, too. */
    public Listing<T> within(String condition, Object value) {
        scope.add(condition, value);
        return this;
    }

    /**
     * Adds a filter, such as {@code e.status in :value}; skipped when the value is null or empty. A cursor need not pass
     * it: rows leave a filter while a client walks the list, as those do that it approves.
     */
    public Listing<T> and(String condition, Object value) {
        if (value != null && !(value instanceof Collection<?> choices && choices.isEmpty())) {
            filters.add(condition, value);
        }
        return this;
    }

    private static final class Conditions {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final String prefix;

        Conditions(String prefix) {
            this.prefix = prefix;
        }

        void add(String condition, Object value) {
            var name = prefix + values.size();
            text.append(" and ").append(condition.replace(":value", ":" + name));
            values.put(name, value);
        }

        <Q extends Query> Q bind(Q query) {
            values.forEach(query::setParameter);
            return query;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** The wanted page; {@code total} says how many rows match, where the owner of the rows knows better than a count. */
    public Page<T> page(EntityManager entities, Page.Request request, long total) {
        var rows = rows(entities, request);
        var more = rows.size() > request.limit();
        if (more) {
            rows.remove(request.limit());
        }
        if (request.backwards()) {
            Collections.reverse(rows);
        }
        return new Page<>(List.copyOf(rows), more, total);
    }

    public Page<T> page(EntityManager entities, Page.Request request) {
        return page(entities, request, count(entities));
    }

    /** The rows behind an edge, or the first ones when it is null. How many there are in all is not counted: {@code total} is -1. */
    public Page<T> page(EntityManager entities, int limit, Object edge, Object id) {
        var rows = rows(entities, edge, id, descending, limit);
        var more = rows.size() > limit;
        if (more) {
            rows.remove(limit);
        }
        return new Page<>(List.copyOf(rows), more, -1);
    }

    /** The same, of rows that have UUIDs. */
    public Page<T> page(EntityManager entities, int limit, Edge edge) {
        return edge == null ? page(entities, limit, null, null) : page(entities, limit, edge.at(), edge.id());
    }

    private long count(EntityManager entities) {
        var query = entities.createQuery(
                "select count(*) from %s e where true%s%s".formatted(type.getName(), scope, filters), Long.class);
        return filters.bind(scope.bind(query)).getSingleResult();
    }

    private List<T> rows(EntityManager entities, Page.Request request) {
        var edge = request.cursor() == null ? null : edge(entities, request);
        return rows(entities, edge, request.cursor(), descending != request.backwards(), request.limit());
    }

    private List<T> rows(EntityManager entities, Object edge, Object id, boolean down, int limit) {
        var beside = edge == null ? "" : " and (e.%s, e.id) %s (:edge, :cursor)".formatted(sortedBy, down ? "<" : ">");
        var direction = down ? "desc" : "asc";
        var query = entities.createQuery(
                "select e from %s e where true%s%s%s order by e.%s %s, e.id %s"
                        .formatted(type.getName(), scope, filters, beside, sortedBy, direction, direction),
                type);
        filters.bind(scope.bind(query));
        if (edge != null) {
            query.setParameter("edge", edge).setParameter("cursor", id);
        }
        // A list is only looked at: without copies to compare with, a row costs a third of the processor time.
        query.setHint(HibernateHints.HINT_READ_ONLY, true);
        return new ArrayList<>(query.setMaxResults(limit + 1).getResultList());
    }

    /** Looked up within the same scope, so that a stranger's row is no cursor. */
    private Object edge(EntityManager entities, Page.Request request) {
        var query = entities.createQuery(
                "select e.%1$s from %2$s e where e.id = :cursor and e.%1$s is not null%3$s"
                        .formatted(sortedBy, type.getName(), scope),
                Object.class);
        return scope.bind(query)
                .setParameter("cursor", request.cursor())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        request.backwards() ? "ending_before" : "starting_after",
                        "There is no such row in this list: '%s'",
                        request.cursor()));
    }
}
