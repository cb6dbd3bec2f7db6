package io.groundswell.series.envelope;

import io.groundswell.series.EntityType;
import io.groundswell.series.Granularity;
import io.groundswell.series.Metric;
import io.groundswell.series.Reading;

/**
 * What must hold between the parameters of a question. One that is missing or wrong in itself, which is told elsewhere, is
 * null and breaks no further rule.
 */
final class QuestionRules {
    private final Issues issues;
    private final EntityType entity;
    private final Metric metric;

    QuestionRules(Issues issues, EntityType entity, Metric metric) {
        this.issues = issues;
        this.entity = entity;
        this.metric = metric;
    }

    QuestionRules metricIsOfEntity() {
        issues.addIf(isWrong(metric, entity), "metric", "'%s' is not a metric of a %s", metric, entity);
        return this;
    }

    private static boolean isWrong(Metric metric, EntityType entity) {
        return metric != null && entity != null && !metric.isOf(entity);
    }

    QuestionRules readingFits(Reading reading) {
        issues.addIf(
                reading == Reading.RATE && metric != null && !metric.isRate(),
                "mode",
                "mode=rate is for rates only, and '%s' is not a rate",
                metric);
        return this;
    }

    /** @param given whether days of a bucket were sent, right or wrong */
    QuestionRules granularityFits(Granularity granularity, Integer bucketDays, boolean given) {
        issues.addIf(
                granularity == Granularity.CUSTOM && bucketDays == null && !given,
                "bucket_days",
                "granularity=custom needs bucket_days");
        issues.addIf(
                granularity == Granularity.CUMULATIVE && metric != null && metric.isRate(),
                "granularity",
                "granularity=cumulative is for what is counted, and '%s' is a rate",
                metric);
        return this;
    }

    /** @param given whether a base was sent, right or wrong */
    QuestionRules baseFits(Metric base, boolean given) {
        if (metric != Metric.GROWTH_RATE_POP) {
            return this;
        }
        issues.addIf(!given, "base_metric", "growth_rate_pop needs base_metric");
        issues.addIf(isWrong(base, entity), "base_metric", "'%s' is not a metric of a %s", base, entity);
        return this;
    }

    QuestionRules formulaFits(String formula) {
        var wanted = metric == Metric.ENGAGEMENT_RATE_BY_VIEWS
                ? "by_views"
                : metric == Metric.ENGAGEMENT_RATE_BY_FOLLOWERS ? "by_followers" : null;
        issues.addIf(
                formula != null && wanted != null && !formula.equals(wanted),
                "formula",
                "formula=%s does not agree with the metric '%s'",
                formula,
                metric);
        return this;
    }

    /** @param several whether entity_ids was sent */
    QuestionRules breakdownFits(EntityType breakdown, boolean several) {
        if (breakdown == null) {
            return this;
        }
        issues.addIf(several, "breakdown", "A breakdown is of one entity. Give entity_id instead of entity_ids");
        var isRate = metric != null && metric.isRate();
        issues.addIf(
                isRate,
                "breakdown",
                "Breakdown is not supported for '%s'. Use a count-based metric (views, likes, etc.)",
                metric);
        issues.addIf(
                entity != null && !isMadeOf(breakdown),
                "breakdown",
                "A %s is not broken down by %s",
                entity,
                breakdown);
        issues.addIf(
                !isRate && isWrong(metric, breakdown), "breakdown", "'%s' is not a metric of a %s", metric, breakdown);
        return this;
    }

    private boolean isMadeOf(EntityType breakdown) {
        return switch (entity) {
            case VIDEO -> false;
            case CREATOR -> breakdown == EntityType.VIDEO;
            case CAMPAIGN -> true;
        };
    }
}
