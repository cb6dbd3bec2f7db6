package io.groundswell.upload;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.Tracking;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A project that files are sent to. */
abstract class Uploading {
    @Inject
    Rows rows;

    Tracking tracking;

    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2026-06-15T12:00:00Z"));
        tracking = Tracking.begin(Map.of());
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    Sent send(String file) {
        return Sent.to(tracking, file);
    }
}
