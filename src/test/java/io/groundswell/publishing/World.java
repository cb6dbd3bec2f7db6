package io.groundswell.publishing;

import io.groundswell.clock.ServerClock;
import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.testing.ContentFixture;
import java.time.Clock;

/** What the moves of a {@link PublishingLife} act on. */
record World(
        String key,
        String mission,
        ContentFixture fixture,
        SandboxFaults faults,
        ServerClock serverClock,
        Clock clock) {}
