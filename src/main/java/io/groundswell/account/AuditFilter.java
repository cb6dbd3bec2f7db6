package io.groundswell.account;

import java.time.Instant;
import java.util.Set;

/** Which entries to list; null or empty components let all pass. {@code after} is inclusive, {@code before} exclusive. */
public record AuditFilter(Set<String> actions, String userId, String subject, Instant after, Instant before) {}
