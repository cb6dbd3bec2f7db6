package io.groundswell.testing;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new site on a Friday at noon, for tests that tell it something and then ask. */
public abstract class SiteOnFriday {
    protected static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    protected Website site;

    @BeforeEach
    protected void open() {
        Api.setClock(NOW);
        site = Website.open();
    }

    @AfterEach
    protected void resetClock() {
        Api.resetClock();
    }
}
