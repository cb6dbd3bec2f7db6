package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    /** Addresses that are open to whoever knows them, that are no things of an organization, or that are gone for everybody. */
    private static final List<String> NOT_OWNED =
            List.of("/internal/", "/media/", "/review/", "/v1/connect/{provider}", "/{id}/stats");

    private final Set<String> asked = new TreeSet<>();

    @Inject
    AgroalDataSource database;

    @Override
    AgroalDataSource database() {
        return database;
    }

    @Override
    void play(Player player, Map<String, String> cast) {
        var intruders = new Intruders(player, cast, new Belongings(database));
        player.play(intruders::tryFirst);
        asked.addAll(intruders.asked());
    }

    @Override
    @TestFactory
    Stream<DynamicTest> transcripts() {
        var all = System.getProperty("transcripts.only") == null;
        return Stream.concat(
                super.transcripts(), Stream.of(dynamicTest("Others asked for everything that has an id", () -> {
                    if (all) {
                        assertThat(addresses()).allMatch(this::wasAsked);
                    }
                    System.out.printf("Isolation: %d requests of others refused%n", asked.size());
                })));
    }

    private static List<String> addresses() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
                .filter(route -> route.contains("{"))
                .filter(route -> NOT_OWNED.stream().noneMatch(route::contains))
                .toList();
    }

    private boolean wasAsked(String route) {
        var pattern = route.replaceAll("\\{[^}]*}", "[^/?]+");
        return asked.stream().anyMatch(one -> one.matches(pattern));
    }
}
