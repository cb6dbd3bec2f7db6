package io.groundswell.upload;

import io.groundswell.creator.CreatorDetails;
import io.groundswell.metric.Counters;
import io.groundswell.video.VideoAddress;
import io.groundswell.video.VideoDetails;
import java.time.Instant;

/** What a line of a file tells of a programme. */
public sealed interface UploadLine {
    /** From 1. */
    long number();

    record OfCreator(long number, CreatorDetails told) implements UploadLine {}

    /** @param handle of its creator, or null */
    record OfVideo(long number, VideoAddress address, String handle, VideoDetails told) implements UploadLine {}

    /**
     * @param address of the video that it is of, or null
     * @param handle of the creator that it is of when there is no address
     */
    record OfSnapshot(long number, VideoAddress address, String handle, Instant at, boolean reset, Counters counters)
            implements UploadLine {}

    /** @param fault why it tells nothing */
    record Unreadable(long number, String fault) implements UploadLine {}
}
