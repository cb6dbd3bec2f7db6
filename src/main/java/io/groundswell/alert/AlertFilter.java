package io.groundswell.alert;

import java.util.UUID;

/** Which alerts are wanted. What is null does not matter. */
public record AlertFilter(UUID programId, AlertKind kind, AlertStatus status) {}
