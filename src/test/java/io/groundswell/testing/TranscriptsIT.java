package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * As the server is shipped: the packaged jar, or the native executable when one was built. In the end its database is backed up, wiped and
 * restored, and answers all that was asked as before.
 */
@QuarkusIntegrationTest
@WithTestResource(TestDatabase.class)
class TranscriptsIT extends Transcripts {
    /** Where the framework has a packaged server write. */
    private static final Path LOG = Path.of("target/quarkus.log");

    /** Given by itself. */
    TestDatabase resource;

    private final Questions questions = new Questions();
    private AgroalDataSource database;

    @BeforeEach
    void connect() {
        database = resource.connect();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Override
    AgroalDataSource database() {
        return database;
    }

    @Override
    void play(Player player, Map<String, String> cast) {
        super.play(player, cast);
        questions.add(player.questions());
    }

    @Override
    @TestFactory
    Stream<DynamicTest> transcripts() {
        return Stream.concat(
                super.transcripts(),
                Stream.of(
                        dynamicTest("A backup that was restored answers as before", this::rehearse),
                        dynamicTest("The log tells no secret", TranscriptsIT::readLog)));
    }

    private void rehearse() throws InterruptedException {
        var before = questions.ask(database);
        resource.restoreFromBackup();
        disconnect();
        connect();
        questions.requireSame(before, questions.ask(database));
    }

    private static void readLog() throws IOException {
        assertThat(Files.readAllLines(LOG)).isNotEmpty().noneMatch(SecretsInLogs::isIn);
    }
}
