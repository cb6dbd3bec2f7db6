package io.groundswell.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the plan of a statement tells about where it has to run when some of its tables are distributed. */
final class RoutedPlan {
    enum Way {
        /** Touches no distributed table. */
        LOCAL,
        /** Is about one value of the key: one node answers. */
        ROUTED,
        /** Inserts rows that it is given, each of which goes to its own node. */
        SPREAD,
        /** Has to ask all nodes. */
        FAN_OUT
    }

    private static final Pattern WEEK = Pattern.compile("event_\\d+w\\d+");
    /** A call, or an operator between values that is no comparison. */
    private static final Pattern COMPUTED = Pattern.compile("\\w\\(|[\\w)'] [-+*/|] ");

    private static final String VALUE = "\\(?(\\$\\d+|'[^']*'::\\w+|\\d+)";
    private static final List<String> CONDITIONS = List.of(
            "Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter", "One-Time Filter");

    private final String statement;
    private final Map<String, String> keys;
    private final Map<String, String> scans = new TreeMap<>();
    private final Set<String> named = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private String conflict = "";
    private boolean inserts;
    private boolean insertsOneKey;
    private boolean locks;
    private boolean writesWithin;

    /** @param keys of the distributed tables, by their names */
    RoutedPlan(String statement, JsonNode plan, Map<String, String> keys) {
        this.statement = statement;
        this.keys = keys;
        read(plan, true);
        inserts = plan.path("Operation").asText().equals("Insert");
        insertsOneKey = inserts && givesOneKey(plan);
    }

    private void read(JsonNode node, boolean top) {
        var table = WEEK.matcher(node.path("Relation Name").asText()).replaceFirst("event");
        var isModify = node.path("Node Type").asText().equals("ModifyTable");
        if (isModify) {
            written.add(table);
            writesWithin |= !top;
        } else if (keys.containsKey(table)) {
            var alias = node.path("Alias").asText();
            scans.put(alias, table);
            // The weeks of a table are numbered, and are looked through one by one.
            named.add(table.equals("event") ? alias.replaceFirst("_\\d+$", "") : alias);
        } else if (!table.isEmpty()) {
            others.add(table);
        }
        conflict += node.path("Conflict Filter").asText();
        locks |= node.path("Node Type").asText().equals("LockRows");
        CONDITIONS.stream()
                .filter(node::has)
                .forEach(name -> conditions.add(node.path(name).asText()));
        node.path("Output").forEach(output -> outputs.add(output.asText()));
        node.path("Plans").forEach(each -> read(each, false));
    }

    /** Whether the key, which is the first column of every such table, is told, or is that of rows of one key. */
    private boolean givesOneKey(JsonNode node) {
        var first = node.path("Output").path(0).asText();
        return first.matches(VALUE + ".*")
                || scans.keySet().stream().anyMatch(alias -> first.equals(key(alias)) && isBound(alias))
                || source(node).filter(this::givesOneKey).isPresent();
    }

    /** Where its rows come from first, which a with before it is not. */
    private static Optional<JsonNode> source(JsonNode node) {
        return StreamSupport.stream(node.path("Plans").spliterator(), false)
                .filter(one -> !one.path("Parent Relationship").asText().equals("InitPlan"))
                .findFirst();
    }

    private String key(String alias) {
        return alias + "." + keys.get(scans.get(alias));
    }

    private boolean isBound(String alias) {
        var bound = Pattern.compile("(^|\\W)" + Pattern.quote(key(alias)) + " = " + VALUE);
        return conditions.stream()
                .anyMatch(condition -> bound.matcher(condition).find());
    }

    /** In the plan, or in the statement: a plan that looks a key up in a table of hashes does not say so. */
    private boolean isJoinedByKey(String alias) {
        var key = Pattern.quote(key(alias));
        var joined = Pattern.compile("(^|\\W)" + key + " = \\w+\\.site_number|\\w+\\.site_number = " + key + "(\\W|$)");
        return joined.matcher(statement).find()
                || conditions.stream()
                        .anyMatch(condition -> joined.matcher(condition).find());
    }

    Way way() {
        written.retainAll(keys.keySet());
        if (scans.isEmpty() && written.isEmpty()) {
            return Way.LOCAL;
        }
        var routed = scans.keySet().stream().allMatch(this::isBound);
        if (routed && (!inserts || insertsOneKey)) {
            return Way.ROUTED;
        }
        return inserts && scans.isEmpty() ? Way.SPREAD : Way.FAN_OUT;
    }

    /** What would be wrong, or refused, were the tables distributed. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        var way = way();
        if (way == Way.LOCAL) {
            return faults;
        }
        if (statement.matches("(?s).*\\bctid\\b.*")) {
            faults.add("finds rows by where they lie");
        }
        if (writesWithin) {
            faults.add("writes within a with");
        }
        if (inserts && statement.matches("(?s).*\\bwith recursive\\b.*\\binsert into\\b.*")) {
            faults.add("has a recursion before an insert, where it is lost");
        }
        if (COMPUTED.matcher(conflict).find()) {
            faults.add("computes where a row is there already, which may change: " + conflict);
        }
        if (!others.isEmpty()) {
            faults.add("needs tables of the coordinator: " + others);
        }
        if (scans.keySet().stream()
                .anyMatch(alias -> outputs.stream().anyMatch(output -> output.contains(alias + ".*")))) {
            faults.add("takes a row as a whole");
        }
        if (way == Way.FAN_OUT) {
            if (locks) {
                faults.add("locks rows on several nodes");
            }
            if (!written.isEmpty()) {
                faults.add("writes on several nodes: " + written);
            }
            if (named.size() > 1 && !scans.keySet().stream().allMatch(this::isJoinedByKey)) {
                faults.add("joins otherwise than by the key: " + scans);
            }
        }
        return faults;
    }
}
