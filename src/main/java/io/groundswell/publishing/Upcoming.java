package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.Instant;

/** An item that goes out, as things stand. */
public record Upcoming(String contentId, Platform platform, Instant at) {}
