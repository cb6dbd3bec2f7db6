package io.groundswell.database;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.database.RoutedPlan.Way;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/**
 * What {@code db/citus/distribute.sql} takes for granted. There is no Citus here: the catalog and the plans of PostgreSQL tell whether
 * each statement is about one value of the key.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DistributionTest extends PlansTest {
    private static final Path SCRIPT = Path.of("db/citus/distribute.sql");
    private static final Pattern TABLE = Pattern.compile("\\(\\d+, '(\\w+)', '(\\w+)'\\)");
    private static final Pattern FUNCTION = Pattern.compile("\\('(\\w+)\\(");

    /** What asks all nodes, and why it may. Each only reads, and locks nothing. */
    private static final Map<String, String> FAN_OUTS = Map.ofEntries(
            Map.entry(
                    "event.OldEventKeys.OLD_KEYS",
                    "finds ids of any site, once a minute; each site's are deleted by key"),
            Map.entry("event.OldEventKeys.OLD_MINUTES", "finds minutes of any site, once a minute"),
            Map.entry("event.ExpiredEvents.IN_WEEK", "looks whether anybody keeps a week, every 15 minutes"),
            Map.entry("event.ExpiredEvents.NEXT_EVENTS", "finds a site with something to delete, every 15 minutes"),
            Map.entry("event.ExpiredEvents.NEXT_SESSIONS", "finds a site with something to delete, every 15 minutes"),
            Map.entry("event.ExpiredEvents.NEXT_AUTOMATA", "finds a site with something to delete, every 15 minutes"),
            Map.entry("rollup.ExpiredFigures.NEXT_EVENTS", "finds a site with something to delete, every 15 minutes"),
            Map.entry("rollup.ExpiredFigures.NEXT_SESSIONS", "finds a site with something to delete, every 15 minutes"),
            Map.entry("rollup.SessionFolding.BEHIND", "finds sites whose turn it is, every 10 seconds"),
            Map.entry("rollup.EventFolding.BEHIND", "compares positions with totals, every 2 seconds"),
            Map.entry("rollup.ExpiredFigures.NEXT_SEGMENTS", "finds a site with something to delete, every 15 minutes"),
            Map.entry("rollup.WeekSumming.NOT_NOTED", "finds sites from before there were weeks, once a minute"),
            Map.entry("rollup.WeekSumming.CHANGED", "finds weeks whose turn it is, once a minute"),
            Map.entry("segment.SegmentFolding.BEHIND", "finds sites whose turn it is, every 8 seconds"),
            Map.entry("account.OwnedTables", "copies an organization for an operator"),
            Map.entry("visitor.MovedUsers.NEXT", "finds a user to be moved, every 2 seconds"),
            Map.entry("visitor.ErasedUsers.NEXT", "finds a user to be erased, every 10 seconds"));

    /** What else two of them may: Citus sends the table of the coordinator along, and any row can be made JSON. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "rollup.EventFolding.BEHIND",
            List.of("needs tables of the coordinator: [site]"),
            "account.OwnedTables",
            List.of("needs tables of the coordinator: [site]", "takes a row as a whole"));

    /** Where statements on distributed tables are put together, and how they are seen here. */
    private static final Map<String, String> PUT_TOGETHER = Map.of(
            "query/Statement.java", "PutTogether",
            "event/Partitions.java", "makes and drops partitions of event, which Citus does on all nodes");

    @Inject
    EntityManagerFactory entities;

    @Test
    void every_statement_is_about_one_key_or_may_ask_all_nodes() throws Exception {
        makeWeek();
        var keys = keys();
        var statements = Statements.all();
        var ways = new EnumMap<Way, Integer>(Way.class);
        var faults = new TreeMap<String, Object>();
        var asking = new TreeSet<String>();
        for (var one : statements.entrySet()) {
            if (isAbout(one.getValue(), keys.keySet())) {
                var place = one.getKey().replaceFirst(" \\d+$", "");
                var plan = plan(one.getValue(), keys);
                ways.merge(plan.way(), 1, Integer::sum);
                if (plan.way() == Way.FAN_OUT) {
                    asking.add(place);
                }
                var wrong = new ArrayList<>(plan.faults());
                wrong.removeAll(ALLOWED.getOrDefault(place, List.of()));
                if (!wrong.isEmpty()) {
                    faults.put(one.getKey(), wrong);
                }
            }
        }
        System.out.println("Distributed: " + keys);
        System.out.println("Statements: " + statements.size() + " in all, about distributed tables: " + ways);
        System.out.println("Asking all nodes: " + asking);
        assertThat(faults).isEmpty();
        assertThat(asking).isEqualTo(new TreeSet<>(FAN_OUTS.keySet()));
        assertThat(ways.get(Way.ROUTED)).isGreaterThan(60);
        var seen = statements.keySet().stream()
                .map(place -> place.replaceFirst("[ .#][^.]*$", "").replace('.', '/') + ".java")
                .collect(toSet());
        assertThat(Statements.sourcesNaming(keys.keySet()).stream().map(Path::toString))
                .allMatch(source -> seen.contains(source) || PUT_TOGETHER.containsKey(source));
    }

    static boolean isAbout(String statement, Set<String> tables) {
        var named = Pattern.compile(
                "\\b(" + String.join("|", tables) + "|counted_event|session_correction|session_leaver)\\b");
        // What is no question and changes no rows cannot be explained.
        return named.matcher(statement).find() && !statement.startsWith("lock ");
    }

    private RoutedPlan plan(String statement, Map<String, String> keys) throws Exception {
        return new RoutedPlan(statement, Statements.plan(connection, statement), keys);
    }

    @Test
    void every_unique_constraint_of_a_distributed_table_holds_its_key() throws Exception {
        var keys = keys();
        for (var table : keys.entrySet()) {
            var of = "'" + table.getKey() + "'::regclass";
            assertThat(texts("select i.indexrelid::regclass::text from pg_index i where i.indrelid = " + of
                            + " and i.indisunique and not exists (select from pg_attribute a where a.attrelid ="
                            + " i.indrelid and a.attname = '" + table.getValue()
                            + "' and a.attnum = any (i.indkey[0:i.indnkeyatts - 1]))"))
                    .isEmpty();
            assertThat(texts("select indexrelid::regclass::text from pg_index where indisprimary and indrelid = " + of))
                    .hasSize(1);
            assertThat(texts("select tgname from pg_trigger where not tgisinternal and tgrelid = " + of))
                    .isEmpty();
            assertThat(texts("select attname from pg_attribute where attidentity <> '' and attrelid = " + of))
                    .isEmpty();
            assertThat(texts("select conname from pg_constraint where contype = 'f' and confrelid = " + of))
                    .isEmpty();
            for (var constraint : texts("select conname from pg_constraint where contype = 'f' and conrelid = " + of)) {
                assertThat(script())
                        .contains("alter table %s drop constraint if exists %s;".formatted(table.getKey(), constraint));
            }
        }
        // Leases of open streams are few, and go with their organization.
        assertThat(texts("select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                        + " where a.attname = 'site_number' and c.relkind in ('r', 'p') and not c.relispartition"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(keys.keySet().stream(), Stream.of("open_stream"))
                        .toList());
        var mapped = new ArrayList<String>();
        entities.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(
                        entity -> mapped.add(entity.getMappedTableDetails().getTableName()));
        assertThat(mapped).hasSizeGreaterThan(10).doesNotContainAnyElementsOf(keys.keySet());
    }

    @Test
    void what_statements_call_is_distributed_with_the_tables() throws Exception {
        var known = FUNCTION.matcher(script())
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
        var keys = keys().keySet();
        var statements = Statements.all().values().stream()
                .filter(statement -> isAbout(statement, keys))
                .toList();
        var called = new TreeSet<String>();
        for (var name : texts("select proname from pg_proc where pronamespace = 'public'::regnamespace")) {
            var call = Pattern.compile("\\b" + name + "\\(");
            if (statements.stream()
                    .anyMatch(statement -> call.matcher(statement).find())) {
                called.add(name);
            }
        }
        assertThat(called).isNotEmpty().isEqualTo(new TreeSet<>(known));
    }

    @Test
    void the_script_refuses_what_it_is_not_made_for_and_distributes_each_table_once() throws Exception {
        assertThatThrownBy(() -> run(script())).hasMessageContaining("The extension citus is not in this database");
        connection.rollback();
        // As far as the script sees it, that is Citus.
        run("""
                create table pg_dist_partition (logicalrelid regclass, key text, beside text);
                create function create_distributed_table(name regclass, key text, colocate_with text) returns void
                    language sql as 'insert into pg_dist_partition values (name, key, colocate_with)';
                create table told (name regprocedure);
                create function create_distributed_function(name regprocedure) returns void
                    language sql as 'insert into told values (name)'""");
        run(script());
        run(script());
        assertThat(texts("select logicalrelid || ' ' || key || ' ' || beside from pg_dist_partition"))
                .hasSize(keys().size())
                .startsWith("event site_number none")
                .contains("session site_number event");
        assertThat(texts("select distinct name::text from told")).hasSize(4);
        assertThat(texts("select conname from pg_constraint where contype = 'f' and conrelid = 'site_fold'::regclass"))
                .isEmpty();
        run("insert into flyway_schema_history select installed_rank + 1, '9999', description, type, script, checksum,"
                + " installed_by, installed_on, execution_time, success from flyway_schema_history"
                + " order by installed_rank desc limit 1");
        assertThatThrownBy(() -> run(script())).hasMessageContaining("and the database has 9999");
    }

    static Map<String, String> keys() throws IOException {
        var keys = new LinkedHashMap<String, String>();
        TABLE.matcher(script()).results().forEach(found -> keys.put(found.group(1), found.group(2)));
        assertThat(keys).hasSizeGreaterThan(10);
        return keys;
    }

    private static String script() throws IOException {
        return Files.readString(SCRIPT);
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }
}
