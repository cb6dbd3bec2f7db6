package io.groundswell.generation;

import io.groundswell.content.Copy;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;

/** What an illustrator needs for one item; {@code reference} is the idempotency reference of the call. */
public record IllustrationBrief(
        String reference, String contentId, int version, Platform platform, ContentType type, Copy copy, Brand brand) {}
