package io.groundswell.publishing;

import io.groundswell.metric.Counters;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;

/**
 * A way to what networks count of posts. Called outside transactions; failures are {@link MetricFailure}. Every call must
 * end within two minutes.
 */
public interface MetricSource {
    /** Whether it may look at this organization's posts on the platform. */
    boolean isConnected(Owner owner, Platform platform);

    /** All that the post has gathered since it is out; a counter that the network does not have is left out. */
    Counters lifetime(LivePost post);
}
