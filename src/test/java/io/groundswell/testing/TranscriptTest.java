package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * While the server is written. What one organization or mode owns, nobody else sees or touches: whatever transcripts ask of a thing by its id,
 * others ask first, in the same words and with keys of their own. It is not there for them, and nothing of it has changed.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TranscriptTest extends Transcripts {
    private Isolation isolation;
    private Belongings belongings;

    @Inject
    AgroalDataSource database;

    @Override
    AgroalDataSource database() {
        return database;
    }

    @Override
    void play(Player player, Map<String, String> cast) {
        var others = cast(player.transcript());
        cast.forEach(others::putIfAbsent);
        player.play(new Intruders(player, cast, others, belongings, isolation)::tryFirst);
    }

    @Override
    @TestFactory
    Stream<DynamicTest> transcripts() {
        isolation = new Isolation();
        belongings = new Belongings(database);
        return Stream.concat(
                super.transcripts(), Stream.of(dynamicTest("Others asked for everything that has an id", () -> {
                    System.out.println(isolation.summary());
                    if (System.getProperty("transcripts.only") == null) {
                        assertThat(isolation.gaps()).isEmpty();
                        // Else it was their keys that were refused, and nothing was learned of the things.
                        assertThat(isolation.shareOf(401)).isLessThan(0.1);
                    }
                })));
    }
}
