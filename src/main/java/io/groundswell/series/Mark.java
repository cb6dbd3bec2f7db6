package io.groundswell.series;

import io.groundswell.annotation.TrackedAnnotation;

/**
 * An annotation that is shown.
 *
 * @param inheritedFrom the label of what it is attached to, where that only holds what was asked about; otherwise null
 */
public record Mark(TrackedAnnotation annotation, String inheritedFrom) {}
