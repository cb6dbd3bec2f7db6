package io.groundswell.creator.envelope;

import io.groundswell.wire.envelope.Nothing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The creator that was added, or, after a list, all of them in its order. */
@RegisterForReflection
record AddedCreators(
        @Schema(anyOf = {CreatorResponse.class, CreatorResponse[].class})
        Object data,

        Nothing error,
        Nothing meta) {}
