package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.outbound.Health;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls that were under way together make of a source. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SourceStateTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");

    @Inject
    Lookup lookup;

    @Inject
    SourceState state;

    @Inject
    SourceRows sources;

    @Inject
    Rows rows;

    private Tracking tracking;

    @BeforeEach
    void open() {
        tracking = lookup.begin(NOW);
        Lookup.research(tracking);
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    private ConnectedSource source() {
        return sources.find(rows.texts("select id from source").get(0)).orElseThrow();
    }

    private static SourceFailure limited(Duration pause) {
        return SourceFailure.limited("Too much", pause);
    }

    @Test
    void one_that_asked_to_be_left_alone_is_until_then_whatever_others_are_told() {
        // Given
        var source = source();
        state.failed(source, limited(Duration.ofHours(2)));
        // When
        state.succeeded(source);
        state.failed(source, limited(Duration.ofMinutes(1)));
        state.succeeded(source);
        // Then
        assertThat(source().pausedUntil()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(source().health()).isEqualTo(Health.DEGRADED);
        assertThat(source().lastError()).isEqualTo("Too much");
        // When it is over
        Api.setClock(NOW.plus(Duration.ofHours(3)));
        state.succeeded(source);
        // Then
        assertThat(source().pausedUntil()).isNull();
        assertThat(source().health()).isEqualTo(Health.HEALTHY);
        assertThat(source().lastError()).isNull();
    }
}
