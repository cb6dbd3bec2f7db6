package io.groundswell.performance;

import io.groundswell.mission.Platform;
import io.groundswell.performance.Insight.Aspect;
import io.groundswell.publishing.PartOfDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares posts by when they went out and what they are. Each post counts as its engagement rate over the mean of its
 * platform, for a form that exists on one platform only must not be praised for the platform. For each aspect the group
 * that does best is held against all other posts; how sure that is takes into account among how many groups it was picked.
 */
final class InsightFinder {
    /** On either side. */
    private static final int LEAST_POSTS = 5;

    private static final double LEAST_CONFIDENCE = 0.8;
    /** Sure or not, less than one in a hundred is no difference to anybody. */
    private static final double LEAST_LIFT = 0.01;

    private final List<Scored> posts;

    private record Scored(MeasuredPost post, double score) {}

    private InsightFinder(List<Scored> posts) {
        this.posts = posts;
    }

    static List<Insight> find(List<MeasuredPost> posts) {
        var recent = Recent.of(posts, post -> post.publishedAt().toInstant());
        var finder = new InsightFinder(scored(recent));
        var found = new ArrayList<Insight>();
        finder.best(
                        Aspect.WEEKDAY,
                        post -> post.publishedAt().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .ifPresent(found::add);
        finder.partOfDay().ifPresent(found::add);
        finder.best(Aspect.HOUR, post -> "%02d:00".formatted(post.publishedAt().getHour()))
                .ifPresent(found::add);
        finder.best(Aspect.TYPE, post -> post.type().toString()).ifPresent(found::add);
        finder.best(Aspect.PILLAR, MeasuredPost::pillar).ifPresent(found::add);
        finder.presence(Aspect.HASHTAGS, MeasuredPost::hasHashtags).ifPresent(found::add);
        finder.presence(Aspect.CODE, MeasuredPost::hasCode).ifPresent(found::add);
        return found;
    }

    /** Unless all posts of that part went out in the same hour, of which there is an insight of its own. */
    private Optional<Insight> partOfDay() {
        return best(Aspect.PART, InsightFinder::part)
                .filter(insight -> posts.stream()
                                .map(Scored::post)
                                .filter(post -> part(post).equals(insight.value()))
                                .map(post -> post.publishedAt().getHour())
                                .distinct()
                                .count()
                        > 1);
    }

    private static String part(MeasuredPost post) {
        return PartOfDay.at(post.publishedAt().toLocalTime()).toString();
    }

    private static List<Scored> scored(List<MeasuredPost> posts) {
        Map<Platform, Double> usual = posts.stream()
                .collect(Collectors.groupingBy(
                        MeasuredPost::platform, Collectors.averagingDouble(MeasuredPost::engagementRate)));
        return posts.stream()
                .filter(post -> usual.get(post.platform()) > 0)
                .map(post -> new Scored(post, post.engagementRate() / usual.get(post.platform())))
                .toList();
    }

    /** The group that does best, if that is no accident. Posts without a value are in no group, but among the others. */
    private Optional<Insight> best(Aspect aspect, Function<MeasuredPost, String> value) {
        var groups = new TreeMap<String, List<Double>>();
        posts.stream().filter(scored -> value.apply(scored.post()) != null).forEach(scored -> groups.computeIfAbsent(
                        value.apply(scored.post()), any -> new ArrayList<>())
                .add(scored.score()));
        groups.values().removeIf(scores -> scores.size() < LEAST_POSTS);
        Insight best = null;
        for (var group : groups.keySet()) {
            var compared = compare(aspect, group, post -> group.equals(value.apply(post)), groups.size());
            if (compared != null && compared.lift() > 0 && (best == null || compared.lift() > best.lift())) {
                best = compared;
            }
        }
        return Optional.ofNullable(best).filter(InsightFinder::isWorthTelling);
    }

    private Optional<Insight> presence(Aspect aspect, Function<MeasuredPost, Boolean> isThere) {
        return Optional.ofNullable(compare(aspect, "", isThere, 1)).filter(InsightFinder::isWorthTelling);
    }

    private static boolean isWorthTelling(Insight insight) {
        return insight.confidence() >= LEAST_CONFIDENCE && Math.abs(insight.lift()) >= LEAST_LIFT;
    }

    /** @param picked among how many groups this one is chosen */
    private Insight compare(Aspect aspect, String value, Function<MeasuredPost, Boolean> isIn, int picked) {
        var sides = new HashMap<Boolean, double[]>();
        for (var side : List.of(true, false)) {
            sides.put(
                    side,
                    posts.stream()
                            .filter(scored -> isIn.apply(scored.post()).equals(side))
                            .mapToDouble(Scored::score)
                            .toArray());
        }
        if (sides.get(true).length < LEAST_POSTS || sides.get(false).length < LEAST_POSTS) {
            return null;
        }
        return new Insight(
                aspect,
                value,
                TwoSamples.lift(sides.get(true), sides.get(false)),
                TwoSamples.confidence(sides.get(true), sides.get(false), picked));
    }
}
