package io.groundswell.alert;

import java.util.Map;
import java.util.UUID;

/**
 * Why an alert is raised.
 *
 * @param key tells it from all other causes of the organization, as long as it goes on
 * @param programId null where it is about the organization as a whole
 * @param creatorId null where it is about no creator
 * @param title what people read
 * @param details what programs read
 */
public record Cause(
        AlertKind kind, String key, UUID programId, UUID creatorId, String title, Map<String, String> details) {}
