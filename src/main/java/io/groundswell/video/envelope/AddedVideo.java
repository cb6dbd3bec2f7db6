package io.groundswell.video.envelope;

import io.groundswell.wire.envelope.Nothing;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The video that was added. */
@RegisterForReflection
record AddedVideo(VideoResponse data, Nothing error, Nothing meta) {}
