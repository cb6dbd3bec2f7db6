package io.groundswell.series;

import static io.groundswell.series.EntityType.CAMPAIGN;
import static io.groundswell.series.EntityType.CREATOR;
import static io.groundswell.series.EntityType.VIDEO;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What can be asked, of whom, and what its values are. */
public enum Metric {
    VIEWS("count", VIDEO, CREATOR, CAMPAIGN),
    LIKES("count", VIDEO, CREATOR, CAMPAIGN),
    COMMENTS("count", VIDEO, CREATOR, CAMPAIGN),
    SHARES("count", VIDEO, CREATOR, CAMPAIGN),
    SAVES("count", VIDEO, CREATOR, CAMPAIGN),
    FOLLOWERS("count", CREATOR),
    VIDEO_COUNT("count", CREATOR, CAMPAIGN),
    ENGAGEMENT_RATE_BY_VIEWS("percent", VIDEO, CREATOR, CAMPAIGN),
    ENGAGEMENT_RATE_BY_FOLLOWERS("percent", CREATOR, CAMPAIGN),
    POSTS_PER_WEEK("per_week", CREATOR, CAMPAIGN),
    AVG_VIEWS_PER_POST("count", CREATOR, CAMPAIGN),
    GROWTH_RATE_POP("percent", VIDEO, CREATOR, CAMPAIGN);

    private final String unit;
    private final Set<EntityType> entities;

    Metric(String unit, EntityType first, EntityType... others) {
        this.unit = unit;
        this.entities = EnumSet.of(first, others);
    }

    public String unit() {
        return unit;
    }

    /** Those that count. */
    public static List<Metric> counts() {
        return Stream.of(values()).filter(metric -> !metric.isRate()).toList();
    }

    /** Whether it relates one thing to another; otherwise it counts. */
    public boolean isRate() {
        return compareTo(VIDEO_COUNT) > 0;
    }

    public boolean isOf(EntityType entity) {
        return entities.contains(entity);
    }

    /** What a metric that counts is the sum of; null for videos themselves. */
    Quantity counted() {
        return this == VIDEO_COUNT ? null : Quantity.valueOf(name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
