package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.testing.Filler;
import io.groundswell.testing.Found;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each table has rows from the version on that brings it. All of them are there after each later one, as they were, and what later
 * versions make of them is right.
 */
class UpgradeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a version changes of rows that are there, by design; what becomes of it is among the claims. */
    private static final Set<String> CHANGED = Set.of(
            "V5 content.approvals",
            "V8 mission_creation",
            "V13 content.earlier_tries",
            "V15 audit_entry.id",
            "V15 audit_entry.subject_id",
            "V35 api_key.id");

    @TempDir
    Path folder;

    private final List<String> changed = new ArrayList<>();
    private Map<String, List<ObjectNode>> before = Map.of();
    private Connection connection;
    private Filler filler;

    @Test
    void an_upgrade_loses_nothing_and_derives_what_it_should() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.username(), database.password())
                    .callbacks(new AfterEach())
                    .load()
                    .migrate();
            assertThat(changed).containsExactlyInAnyOrderElementsOf(CHANGED);
            before.keySet().removeAll(UpgradeSteps.EMPTY);
            assertThat(before)
                    .hasSizeGreaterThan(80)
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
            try (var asked =
                    DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                for (var claim : UpgradeSteps.CLAIMS.entrySet()) {
                    assertThat(String.join("\n", Found.texts(asked, claim.getKey())))
                            .as(claim.getKey())
                            .isEqualTo(claim.getValue());
                }
            }
        }
    }

    /** In the transaction of each version, as rows that its servers wrote. */
    private final class AfterEach implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                writeAndLook(context.getMigrationInfo().getVersion().toString(), context.getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String getCallbackName() {
            return "rows of each version";
        }
    }

    private void writeAndLook(String version, Connection migrating) throws SQLException {
        connection = migrating;
        if (filler == null) {
            filler = new Filler(migrating, "kept", UpgradeSteps.VALUES);
        }
        changed.addAll(changes(version));
        for (var statement : UpgradeSteps.PUT_IN.getOrDefault("before filling " + version, List.of())) {
            run(statement);
        }
        var spared = new HashSet<>(UpgradeSteps.EMPTY);
        spared.addAll(UpgradeSteps.DERIVED);
        filler.fill(spared);
        for (var statement : UpgradeSteps.PUT_IN.getOrDefault("after filling " + version, List.of())) {
            run(statement);
        }
        before = snapshot();
    }

    /** Tables and columns of which rows were lost or are something else now. */
    private List<String> changes(String version) throws SQLException {
        var changes = new ArrayList<String>();
        var after = snapshot();
        before.forEach((table, rows) -> {
            var now = after.get(table);
            if (now == null) {
                changes.add("V%s %s".formatted(version, table));
                return;
            }
            if (rows.isEmpty()) {
                return;
            }
            rows.get(0).fieldNames().forEachRemaining(column -> {
                if (!values(now, column).containsAll(values(rows, column)) || now.size() < rows.size()) {
                    changes.add("V%s %s.%s".formatted(version, table, column));
                }
            });
        });
        return changes;
    }

    private static List<JsonNode> values(List<ObjectNode> rows, String column) {
        return rows.stream().map(row -> row.path(column)).toList();
    }

    private Map<String, List<ObjectNode>> snapshot() throws SQLException {
        var snapshot = new TreeMap<String, List<ObjectNode>>();
        var parts = new ArrayList<String>();
        for (var table : Found.texts(connection, Filler.TABLES)) {
            snapshot.put(table, new ArrayList<>());
            parts.add("select '%1$s' || ' ' || to_jsonb(t) from %1$s t".formatted(table));
        }
        for (var row : Found.texts(connection, String.join(" union all ", parts))) {
            var table = row.substring(0, row.indexOf(' '));
            snapshot.get(table).add(json(row.substring(table.length() + 1)));
        }
        return snapshot;
    }

    private static ObjectNode json(String row) {
        try {
            return (ObjectNode) JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
