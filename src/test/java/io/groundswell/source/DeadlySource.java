package io.groundswell.source;

import io.groundswell.metric.Counters;
import io.groundswell.testing.Reaper;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Lets the {@link Reaper} strike around the calls to a source, and a {@link Holdup} keep them waiting. */
@Decorator
@Priority(1)
abstract class DeadlySource implements Source {
    @Inject
    @Delegate
    @Any
    Source source;

    @Inject
    Reaper reaper;

    @Inject
    Holdup holdup;

    // What an interface does by default would be done here, and not by whom it stands before.
    @Override
    public boolean isOffered() {
        return source.isOffered();
    }

    @Override
    public boolean isOver(Credentials credentials, Instant now) {
        return source.isOver(credentials, now);
    }

    @Override
    public Credentials renew(Credentials credentials) {
        return source.renew(credentials);
    }

    @Override
    public Profile profile(Credentials credentials, String handle, LocalDate from) {
        holdup.pass("profile");
        reaper.pass("before the profile");
        var told = source.profile(credentials, handle, from);
        reaper.pass("after the profile");
        return told;
    }

    @Override
    public FoundPage videos(Credentials credentials, String handle, LocalDate from, String cursor) {
        reaper.pass("before the page");
        var told = source.videos(credentials, handle, from, cursor);
        reaper.pass("after the page");
        return told;
    }

    @Override
    public Map<String, Counters> counters(Credentials credentials, List<KnownVideo> videos) {
        holdup.pass("counters");
        reaper.pass("before the counters");
        var told = source.counters(credentials, videos);
        reaper.pass("after the counters");
        return told;
    }
}
