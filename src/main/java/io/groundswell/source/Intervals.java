package io.groundswell.source;

import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.work.Doubling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** How long is waited before something is looked up again. */
@ApplicationScoped
class Intervals {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final SourceConfig config;
    private final OrganizationService organizations;

    Intervals(SourceConfig config, OrganizationService organizations) {
        this.config = config;
        this.organizations = organizations;
    }

    Duration profile(String organizationId) {
        return longer(config.profileEvery(), organizationId, Limit.MIN_CREATOR_PROFILES_HOURS);
    }

    Duration discovery(String organizationId) {
        return longer(config.discoverEvery(), organizationId, Limit.MIN_DISCOVER_VIDEOS_HOURS);
    }

    /** For a video of any age. */
    Duration counters(String organizationId) {
        return longer(config.countEvery(), organizationId, Limit.MIN_VIDEO_STATS_HOURS);
    }

    private Duration longer(Duration usual, String organizationId, Limit floor) {
        var hours = organizations.get(organizationId).granted(floor);
        return longer(usual, Duration.ofHours(Math.max(0, hours)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * For one that was posted at an instant: most of what it gathers it gathers soon.
     *
     * @param counters for a video of any age
     * @param postedAt null when nobody knows
     */
    Duration counters(Duration counters, Instant postedAt, Instant now) {
        var age = postedAt == null ? Duration.ZERO : Duration.between(postedAt, now);
        var times = age.compareTo(Duration.ofDays(7)) < 0 ? 1 : age.compareTo(Duration.ofDays(30)) < 0 ? 4 : 12;
        return longer(counters, config.countEvery().multipliedBy(times));
    }

    /** After so many failures in a row. */
    static Duration retry(int failures) {
        return Doubling.of(FIRST_RETRY, failures - 1, MOST_DOUBLINGS);
    }

    /** Wait before re-reading a video its source has reported missing this often. */
    static Duration missing(Duration usual, int times) {
        var wait = Doubling.of(usual, times, MOST_DOUBLINGS);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** For what was not believed. */
    static Duration again(Duration usual) {
        return usual.compareTo(CreatorWatches.LATER) > 0 ? CreatorWatches.LATER : usual;
    }
}
