package io.groundswell.live.flat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * Says what a stream will tell.
 *
 * @param complete whether all follows that came since {@code Last-Event-ID}
 */
@RegisterForReflection
record Connected(String project, List<String> events, Map<String, String> filter, boolean complete) {}
