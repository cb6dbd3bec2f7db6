package io.groundswell.query;

import io.groundswell.database.Sql;
import io.groundswell.segment.Rest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement that answers a question. All its words are in this class, in {@link EventField}, {@link Operator} and
 * {@link Grouping}; what callers say is bound.
 */
final class Statement {
    private static final String BOUNCES = "count(*) filter (where s.interactive = 0)";
    private static final String DURATION =
            "coalesce(cast(sum(1000 * extract(epoch from s.end_at - s.start_at)) as bigint), 0)";

    private final Asked asked;
    private final Bound bound;

    Statement(Asked asked, Bound bound) {
        this.asked = asked;
        this.bound = bound;
    }

    /**
     * In {@code :site}, {@code :from}, {@code :until}, {@code :most}; out one column for each grouping, named like it, and
     * event_count, unique_users, session_count, and sessions, bounces and duration (in milliseconds), as far as they are needed.
     */
    Sql sql() {
        return Sql.text("with matched as (%s), counted as (%s) %s".formatted(matched("true"), counted(), answer()));
    }

    /**
     * What is matched in no segment. In {@code :site}, {@code :from}, {@code :until} and what the rest names; out one column for each
     * grouping, named like it, events, and as far as they are needed user_key, number (the user's, if they have one) and session_key.
     */
    Sql rest(Rest rest) {
        var matched = matched(rest.condition());
        return Sql.text(asked.needsUsers() ? """
                        select m.*, v.number
                        from (%s) m
                        left join visitor v on v.site_number = :site and v.user_key = m.user_key""".formatted(matched) : matched);
    }

    /** How many events each group, user and session has: far fewer rows than there are events. */
    private String matched(String where) {
        var columns = new ArrayList<String>();
        // Numbers first: sorting by them is quicker, and leaves few texts to compare.
        keys().forEach(key -> columns.add("e." + key));
        asked.groupings().forEach(grouping -> columns.add(grouping.expression() + " as " + grouping));
        var conditions = asked.filters().stream()
                .map(filter -> " and " + filter.condition(bound))
                .collect(Collectors.joining());
        return """
                select %scount(*) as events
                from event e
                where e.site_number = :site and e.at >= :from and e.at < :until and %s%s%s""".formatted(
                        columns.stream().map(column -> column + ", ").collect(Collectors.joining()),
                        where,
                        conditions,
                        columns.isEmpty() ? "" : " group by " + places(columns.size()));
    }

    /** Names the first of a group's rows of each session, and tells whether a user has a session in the group. */
    private String counted() {
        var marks = new StringBuilder();
        if (asked.needsWholeSessions()) {
            marks.append(", row_number() over (partition by %s) as nth".formatted(names("session_key")));
        }
        if (asked.countsSessionsFirst()) {
            marks.append(", bool_or(m.session_key is not null) over (partition by %s) as has_session"
                    .formatted(names("user_key")));
        }
        return "select m.*%s from matched m".formatted(marks);
    }

    private String names(String key) {
        var names = new ArrayList<String>();
        asked.groupings().forEach(grouping -> names.add("m." + grouping));
        names.add("m." + key);
        return String.join(", ", names);
    }

    private String answer() {
        var columns = new ArrayList<String>();
        asked.groupings().forEach(grouping -> columns.add("m." + grouping));
        counts().forEach(columns::add);
        return """
                select %s
                from counted m%s%s
                order by %s
                limit :most""".formatted(
                        String.join(", ", columns),
                        asked.needsWholeSessions()
                                ? " left join session s on m.nth = 1 and s.site_number = :site and s.session_key = m.session_key"
                                : "",
                        asked.groupings().isEmpty()
                                ? ""
                                : " group by " + places(asked.groupings().size()),
                        order());
    }

    private List<String> counts() {
        var counts = new ArrayList<String>();
        for (var metric : asked.metrics()) {
            if (!metric.isOfSessions()) {
                counts.add(expression(metric) + " as " + metric);
            }
        }
        if (asked.needsWholeSessions()) {
            counts.add("count(s.session_key) as sessions");
            counts.add(BOUNCES + " as bounces");
            counts.add(DURATION + " as duration");
        }
        return counts;
    }

    private String expression(Metric metric) {
        return switch (metric) {
            case EVENT_COUNT -> asked.mode() == CountMode.RAW ? "coalesce(cast(sum(m.events) as bigint), 0)" : """
                    coalesce(cast(sum(case
                        when m.session_key is not null then 1
                        when m.user_key is null then m.events
                        when m.has_session then 0
                        else 1 end) as bigint), 0)""";
            case UNIQUE_USERS -> distinct("user_key");
            case SESSION_COUNT -> distinct("session_key");
            case BOUNCE_RATE -> "coalesce(cast(%s as numeric) / nullif(count(s.session_key), 0), 0)".formatted(BOUNCES);
            case AVG_DURATION ->
                "coalesce(cast(%s as numeric) / nullif(count(s.session_key), 0), 0)".formatted(DURATION);
        };
    }

    /** A key that stands alone is there once in each group. */
    private String distinct(String key) {
        return "count(%sm.%s)".formatted(keys().size() > 1 ? "distinct " : "", key);
    }

    /** Among equals by what they are grouped by, what has no value last. */
    private String order() {
        var by = asked.order().by();
        var direction = asked.order().ascending() ? " asc" : " desc";
        var order = new ArrayList<String>();
        order.add((by instanceof Metric metric ? expression(metric) : ((Grouping) by).sorted())
                + direction
                + " nulls last");
        asked.groupings().stream()
                .filter(grouping -> grouping != by)
                .forEach(grouping -> order.add(grouping.sorted() + " nulls last"));
        return String.join(", ", order);
    }

    private LinkedHashSet<String> keys() {
        var keys = new LinkedHashSet<String>();
        if (asked.needsUsers()) {
            keys.add("user_key");
        }
        if (asked.needsSessions()) {
            keys.add("session_key");
        }
        return keys;
    }

    private static String places(int columns) {
        var places = new ArrayList<String>();
        for (var place = 1; place <= columns; place++) {
            places.add(Integer.toString(place));
        }
        return String.join(", ", places);
    }
}
