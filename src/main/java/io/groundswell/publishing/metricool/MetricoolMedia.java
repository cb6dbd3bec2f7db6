package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.content.Visual;
import io.groundswell.publishing.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Pictures are copied to Metricool, from where networks take them; videos it fetches from where they are. */
@ApplicationScoped
class MetricoolMedia {
    /** Leaves room for the post itself in the time that a publisher has. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final MetricoolApi api;
    private final Clock clock;

    MetricoolMedia(MetricoolApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    List<String> of(Login login, Post post) {
        var end = clock.instant().plus(LONGEST);
        return post.visuals().stream()
                .map(visual -> visual.type() == Visual.Type.VIDEO ? visual.url() : copied(login, visual.url(), end))
                .toList();
    }

    private String copied(Login login, String url, Instant end) {
        if (clock.instant().isAfter(end)) {
            throw new MetricoolFailure(MetricoolFailure.Kind.UNREACHED, "Metricool takes too long with the pictures");
        }
        var told = api.get(login, "/actions/normalize/image/url", Map.of("url", url));
        var address = address(told);
        if (!address.startsWith("http")) {
            throw new MetricoolFailure(MetricoolFailure.Kind.REFUSED, "Metricool could not take the picture " + url);
        }
        return address;
    }

    /** A bare text, or an object with it: the documentation does not say. */
    private static String address(JsonNode told) {
        return told.isObject() ? told.path("url").asText("") : told.asText("");
    }
}
