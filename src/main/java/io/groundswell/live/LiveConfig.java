package io.groundswell.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Streams of what happens on sites. */
@ConfigMapping(prefix = "groundswell.live")
public interface LiveConfig {
    /** How many streams an organization may have open, over all instances. */
    @WithDefault("10")
    int streams();

    /** How many streams this instance holds open, of all organizations; beyond it there is a 503. */
    @WithDefault("1000")
    int streamsHere();

    /**
     * How long this instance waits before it looks again for what came to the sites that are watched here; a quarter of it while much
     * comes.
     */
    @WithDefault("PT0.2S")
    Duration pause();

    /** How often a comment says that a stream is alive; more often than {@code quarkus.http.idle-timeout}. */
    @WithDefault("30S")
    Duration heartbeat();

    /** How long a stream goes on without an event that its reader wants. */
    @WithDefault("30M")
    Duration patience();

    /** How many bytes of events of watched sites are held in memory, about; the database has the others. */
    @WithDefault("33554432")
    long memoryBytes();
}
