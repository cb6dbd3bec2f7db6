package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Receiver;
import io.groundswell.testing.Rehearsal;
import io.groundswell.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is backed up as its documentation says, its folder is wiped, and the backup is put in place: it answers every question as
 * before, and goes on. So does one on a database that all rows were copied to. Meanwhile the secrets of both are changed, of the database
 * and of the operator, as the documentation says as well.
 */
class BackupIT {
    @TempDir
    Path folder;

    @Test
    void what_was_restored_answers_as_before_and_goes_on() throws Exception {
        var original = Files.createDirectory(folder.resolve("data"));
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var receiver = Receiver.answering(call -> 200)) {
            // Given
            Household household;
            Map<String, String> answers;
            try (var server = RunningServer.start(original, options(Tenant.OPERATOR))) {
                household = Household.on(server, receiver);
                answers = household.answers(server);
                copyRows(server, elsewhere);
            }
            // When
            Rehearsal.restore(original);
            var password = Files.readString(original.resolve("postgres.password"));
            Rehearsal.changePassword(original);
            // Then
            assertThat(original.resolve("postgres.password")).content().isNotEqualTo(password);
            for (var restored : List.of(original, elsewhere)) {
                var token = "operator-of-" + restored.getFileName();
                try (var server = RunningServer.start(restored, options(token))) {
                    household.isOperatedBy(server, token);
                    assertThat(differences(answers, household.answers(server)))
                            .as(restored.toString())
                            .isEmpty();
                    household.goesOn(server);
                }
            }
            System.out.printf("Restored twice: %d answers as before%n", answers.size());
        }
    }

    @Test
    void every_question_is_asked_or_left_out_for_a_reason() throws IOException {
        assertThat(Interview.forgotten()).isEmpty();
    }

    private static String[] options(String operatorToken) {
        return new String[] {
            "groundswell.operator-token=" + operatorToken,
            "groundswell.development=true",
            "groundswell.outbound.private-targets=true",
            "groundswell.source.sandbox=true",
            "groundswell.work.scheduled=false",
            "groundswell.wire.public-url=https://groundswell.example"
        };
    }

    private static void copyRows(RunningServer server, Path data) throws Exception {
        try (var database = EmbeddedDatabase.start(data)) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.username(), database.password())
                    .load()
                    .migrate();
            try (var from = server.database();
                    var to =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                RowsByCopy.copy(from, to);
            }
        }
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        var differences = new LinkedHashMap<String, String>();
        before.forEach((question, answer) -> {
            if (!answer.equals(after.get(question))) {
                differences.put(question, "before: " + answer + "\nafter:  " + after.get(question));
            }
        });
        return differences;
    }
}
