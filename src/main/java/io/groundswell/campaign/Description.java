package io.groundswell.campaign;

import java.time.Instant;

/**
 * What people and agents say of a campaign.
 *
 * @param readme what readers should know of it, or null
 * @param metadata a JSON object
 * @param targetViews how many views it is to reach, or null
 * @param targetAt by when, or null
 */
public record Description(String name, String readme, String metadata, Long targetViews, Instant targetAt) {}
