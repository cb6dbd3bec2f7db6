package io.groundswell.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything a plan limits, with the number each plan grants; an organization may be given others. -1 is unlimited. */
public enum Limit {
    REQUESTS_PER_MINUTE(60, 300, 1000),
    REQUESTS_AT_ONCE(10, 50, 200),
    MISSIONS_PER_HOUR(10, 10, 10),
    REGENERATIONS_PER_HOUR(20, 20, 20),
    ONBOARDINGS_PER_HOUR(5, 5, 5),
    EXPORTS_PER_HOUR(5, 5, 5),
    SITE_REQUESTS_PER_MINUTE(10, 1000, 1000),
    SITES(Limit.UNLIMITED, Limit.UNLIMITED, Limit.UNLIMITED),
    /** All events that an organization ever sends. */
    SITE_EVENTS(1000, Limit.UNLIMITED, Limit.UNLIMITED),
    SITE_RETENTION_DAYS(7, 365, 365),
    /** Of one site. */
    SITE_EXPERIMENTS(0, 500, 500),
    /** Of one key of the creators contract, in any 60 seconds. */
    CREATOR_REQUESTS_PER_MINUTE(60, 60, 60),
    MAX_API_REQUESTS_PER_DAY(0, 1000, 50_000),
    MAX_API_KEYS_PER_ORG(5, 20, 100),
    MAX_PROJECTS_PER_ORG(1, 3, 10),
    MAX_MEMBERS_PER_ORG(2, 5, 50),
    /** How long snapshots of creators and videos are kept. */
    STATS_HISTORY_RETENTION_DAYS(30, 365, Limit.UNLIMITED),
    MAX_CREATORS_PER_ORG(5, 50, 300),
    /** Those that count and are not switched off. */
    MAX_TRACKED_VIDEOS_PER_ORG(500, 5_000, 50_000),
    MAX_CAMPAIGNS_PER_PROJECT(10, 100, 1000),
    MAX_CAMPAIGN_ITEMS_PER_CAMPAIGN(100, 1000, 10_000),
    MAX_GOALS_PER_CREATOR(10, 20, 50),
    /** With the three that every organization has. */
    MAX_PAYOUT_METHODS_PER_ORG(6, 10, Limit.UNLIMITED),
    MAX_PAYOUT_STRUCTURES_PER_PROJECT(10, 100, 1000),
    /** Updates of creators and videos that are asked for on a day (UTC). */
    MAX_MANUAL_SCRAPE_TRIGGERS_PER_DAY(1, 10, 100),
    /** How many hours lie at least between two scheduled looks at a thing. */
    MIN_VIDEO_STATS_HOURS(24, 6, 1),
    MIN_DISCOVER_VIDEOS_HOURS(24, 12, 3),
    MIN_CREATOR_PROFILES_HOURS(24, 24, 12);

    public static final long UNLIMITED = -1;

    /** More than anybody has of anything, and far from where sums of it end. */
    static final long MOST = 1_000_000_000_000L;

    /** A century: days that far back are days still. */
    static final long MOST_DAYS = 36_500;

    /** A year. */
    static final long MOST_HOURS = 8_760;

    private final Map<Plan, Long> grants;

    Limit(long free, long pro, long enterprise) {
        grants = Map.of(Plan.FREE, free, Plan.PRO, pro, Plan.ENTERPRISE, enterprise);
    }

    public long granted(Plan plan, Map<String, Long> overrides) {
        return overrides.getOrDefault(toString(), grants.get(plan));
    }

    /** What each plan grants, for statements that look at many organizations at once: {@code :plans}, and {@code :days} beside them. */
    public Map<String, Object> daysOfPlans() {
        var plans = Arrays.asList(Plan.values());
        return Map.of("plans", plans, "days", plans.stream().map(grants::get).toList());
    }

    /** The largest number that an organization may be given. */
    long most() {
        return name().endsWith("_DAYS") ? MOST_DAYS : name().endsWith("_HOURS") ? MOST_HOURS : MOST;
    }

    /** Whether it limits how often something may be done; otherwise how much there may be. */
    boolean isRate() {
        return switch (this) {
            case SITES,
                    SITE_EVENTS,
                    SITE_RETENTION_DAYS,
                    SITE_EXPERIMENTS,
                    MAX_API_KEYS_PER_ORG,
                    MAX_PROJECTS_PER_ORG,
                    MAX_MEMBERS_PER_ORG,
                    STATS_HISTORY_RETENTION_DAYS,
                    MAX_CREATORS_PER_ORG,
                    MAX_TRACKED_VIDEOS_PER_ORG,
                    MAX_CAMPAIGNS_PER_PROJECT,
                    MAX_CAMPAIGN_ITEMS_PER_CAMPAIGN,
                    MAX_GOALS_PER_CREATOR,
                    MAX_PAYOUT_METHODS_PER_ORG,
                    MAX_PAYOUT_STRUCTURES_PER_PROJECT,
                    MIN_VIDEO_STATS_HOURS,
                    MIN_DISCOVER_VIDEOS_HOURS,
                    MIN_CREATOR_PROFILES_HOURS -> false;
            case REQUESTS_PER_MINUTE,
                    REQUESTS_AT_ONCE,
                    MISSIONS_PER_HOUR,
                    REGENERATIONS_PER_HOUR,
                    ONBOARDINGS_PER_HOUR,
                    EXPORTS_PER_HOUR,
                    SITE_REQUESTS_PER_MINUTE,
                    CREATOR_REQUESTS_PER_MINUTE,
                    MAX_API_REQUESTS_PER_DAY,
                    MAX_MANUAL_SCRAPE_TRIGGERS_PER_DAY -> true;
        };
    }

    /** Whether it is one of the creators contract, which shows all of them. */
    public boolean isOfCreators() {
        return name().startsWith("MAX_")
                || name().startsWith("MIN_")
                || this == CREATOR_REQUESTS_PER_MINUTE
                || this == STATS_HISTORY_RETENTION_DAYS;
    }

    public static Optional<Limit> named(String name) {
        return Arrays.stream(values())
                .filter(limit -> limit.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
