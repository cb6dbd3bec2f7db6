package io.groundswell.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Live streams of what happens on sites. */
@ConfigMapping(prefix = "groundswell.live")
public interface LiveConfig {
    /** Most live streams that an organization may have open, over all instances. */
    @WithDefault("10")
    int streams();

    /** Most live streams open on this instance, for all organizations together; beyond that, requests get a 503. */
    @WithDefault("1000")
    int streamsHere();

    /**
     * How often this instance polls the database for new events of sites with open streams; four times as often while many
     * arrive.
     */
    @WithDefault("0.2S")
    Duration pause();

    /** How often a live stream gets a comment to keep it open; must be shorter than {@code quarkus.http.idle-timeout}. */
    @WithDefault("30S")
    Duration heartbeat();

    /** How long a live stream stays open without an event that matches its filter. */
    @WithDefault("30M")
    Duration patience();

    /** About how many bytes of recent events this instance caches for live streams; older ones are read from the database. */
    @WithDefault("33554432")
    long memoryBytes();
}
