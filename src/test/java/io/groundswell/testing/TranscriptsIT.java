package io.groundswell.testing;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
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
                super.transcripts(), Stream.of(dynamicTest("A backup that was restored answers as before", () -> {
                    var before = questions.ask(database);
                    resource.restoreFromBackup();
                    disconnect();
                    connect();
                    questions.requireSame(before, questions.ask(database));
                })));
    }
}
