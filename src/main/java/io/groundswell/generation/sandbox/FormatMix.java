package io.groundswell.generation.sandbox;

import static io.groundswell.mission.ContentType.ARTICLE;
import static io.groundswell.mission.ContentType.CAROUSEL;
import static io.groundswell.mission.ContentType.POLL;
import static io.groundswell.mission.ContentType.POST;
import static io.groundswell.mission.ContentType.REEL;
import static io.groundswell.mission.ContentType.STORY;
import static io.groundswell.mission.ContentType.THREAD;
import static io.groundswell.mission.ContentType.VIDEO;

import io.groundswell.generation.ProviderFailure;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How much of each content type a platform gets. Refused where the allowed types leave nothing that fits. */
final class FormatMix {
    /** What each platform's readers like to see, in relative parts; types that do not fit a platform drop out. */
    private static final Map<Platform, Map<ContentType, Integer>> LIKING = Map.of(
            Platform.TWITTER, Map.of(POST, 6, THREAD, 3, POLL, 1),
            Platform.THREADS, Map.of(POST, 7, THREAD, 3),
            Platform.LINKEDIN, Map.of(POST, 5, CAROUSEL, 2, ARTICLE, 2, POLL, 1),
            Platform.INSTAGRAM, Map.of(POST, 3, CAROUSEL, 3, REEL, 3, STORY, 1),
            Platform.FACEBOOK, Map.of(POST, 8, STORY, 2),
            Platform.TIKTOK, Map.of(VIDEO, 8, POST, 2),
            Platform.YOUTUBE, Map.of(VIDEO, 7, POST, 3),
            Platform.BLOG, Map.of(ARTICLE, 8, POST, 2),
            Platform.MASTODON, Map.of(POST, 6, THREAD, 3, POLL, 1),
            Platform.BLUESKY, Map.of(POST, 7, THREAD, 3));

    private FormatMix() {}

    static Map<ContentType, Double> of(Platform platform, Set<ContentType> allowed) {
        Map<ContentType, Integer> parts = new EnumMap<>(LIKING.get(platform));
        if (allowed != null && !allowed.isEmpty()) {
            parts.keySet().retainAll(allowed);
        }
        if (parts.isEmpty()) {
            throw ProviderFailure.permanent("%s takes none of the types that are allowed".formatted(platform));
        }
        double all = parts.values().stream().mapToInt(Integer::intValue).sum();
        Map<ContentType, Double> mix = new EnumMap<>(ContentType.class);
        parts.forEach((type, part) -> mix.put(type, part / all));
        return mix;
    }
}
