package io.groundswell.source;

import io.groundswell.metric.Counters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A way to what a network shows of creators. Called outside transactions; failures are {@link SourceFailure}. Every call must end
 * within half a minute.
 */
public interface Source {
    SourceKind kind();

    /** Whether this server offers it. */
    default boolean isOffered() {
        return true;
    }

    /** Tries what somebody connects it with. */
    Opened open(Map<String, String> told);

    /** Whether its token will not be taken any more. */
    default boolean isOver(Credentials credentials, Instant now) {
        return false;
    }

    /** The same with another token. */
    default Credentials renew(Credentials credentials) {
        return credentials;
    }

    /** @param from the day from which on the creator is tracked */
    Profile profile(Credentials credentials, String handle, LocalDate from);

    /**
     * Videos that were posted from a day on.
     *
     * @param cursor null for the first page
     */
    FoundPage videos(Credentials credentials, String handle, LocalDate from, String cursor);

    /** The videos in as many parts as there must be calls. */
    List<List<KnownVideo>> calls(List<KnownVideo> videos);

    /** By the ids on the platform; a video that it does not have is missing. */
    Map<String, Counters> counters(Credentials credentials, List<KnownVideo> videos);
}
