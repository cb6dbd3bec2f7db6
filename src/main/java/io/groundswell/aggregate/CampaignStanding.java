package io.groundswell.aggregate;

import java.util.UUID;

/**
 * A campaign in a ranking.
 *
 * @param targetViews null where none were set
 * @param posts how many videos it has, each once
 * @param counts what these have together
 */
public record CampaignStanding(UUID id, String name, Long targetViews, long posts, Counts counts) {}
