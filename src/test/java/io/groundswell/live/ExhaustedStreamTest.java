package io.groundswell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Caller;
import io.groundswell.site.SiteQuestions;
import io.groundswell.testing.Listener;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory runs out where the events of one reader are chosen. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExhaustedStreamTest extends SiteOnFriday {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.live.LiveStream");

    @Inject
    Streams streams;

    @Inject
    SiteQuestions questions;

    @Inject
    Rows rows;

    @BeforeEach
    void beQuiet() {
        NOISE.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        NOISE.setLevel(null);
    }

    @Test
    void ends_alone() {
        var owner = site.owner();
        var key = rows.texts("select id from api_key where kind = 'AAK' and organization_id = '"
                        + owner.organizationId() + "'")
                .get(0);
        var caller = new Caller(
                owner, "usr_1", Caller.Credential.API_KEY, key, null, Set.of("analytics:read"), 100, 10, 1_000);
        try (var other = Listener.open(site.organization().aak(), null)) {
            other.connected();
            Predicate<Arrival> wanted = arrival -> {
                throw new OutOfMemoryError("None left");
            };
            var exhausted = streams.open(caller, questions.find(owner, null), Last.NONE, wanted, () -> false);
            var signals =
                    Multi.createFrom().publisher(exhausted).collect().asList().subscribeAsCompletionStage();
            // When
            tell("first");
            // Then
            assertThat(signals)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("None left");
            assertThat(other.events(1).get(0).data()).contains("\"first\"");
            tell("second");
            assertThat(other.events(1).get(0).data()).contains("\"second\"");
        }
    }

    private void tell(String event) {
        site.tell(List.of(new Visit(event, "u", "s", NOW, Map.of())));
    }
}
