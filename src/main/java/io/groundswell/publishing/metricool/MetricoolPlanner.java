package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The planner of a brand, as far as we must look into it. */
@ApplicationScoped
class MetricoolPlanner {
    private static final String POSTS = "/v2/scheduler/posts";
    private static final Duration AROUND = Duration.ofMinutes(10);
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final MetricoolApi api;

    MetricoolPlanner(MetricoolApi api) {
        this.api = api;
    }

    /** Plans a post; returns its id. */
    String add(Login login, JsonNode form) {
        var id = api.post(login, POSTS, form).path("id").asText("");
        if (id.isBlank()) {
            throw new MetricoolFailure(MetricoolFailure.Kind.UNKNOWN, "Metricool did not say what it made of the post");
        }
        return id;
    }

    PlannedPost get(Login login, String id, String network) {
        var told = told(login, id);
        if (!told.path("providers").isArray() || !told.hasNonNull("id")) {
            throw unintelligible();
        }
        return PlannedPost.of(told, network)
                .orElseThrow(() -> new MetricoolFailure(
                        MetricoolFailure.Kind.GONE, "The post in Metricool's planner is not for " + network));
    }

    private JsonNode told(Login login, String id) {
        try {
            return api.get(login, POSTS + "/" + id, Map.of());
        } catch (MetricoolFailure failure) {
            if (failure.kind() == MetricoolFailure.Kind.GONE && login.isForOtherBrand() && !sees(login)) {
                throw failure.ofOtherBrand();
            }
            throw failure;
        }
    }

    /** Whether the brand is one of the account: about one that is not, it may be told that there is no such post. */
    private boolean sees(Login login) {
        try {
            return Brand.list(api.get(login, MetricoolAccount.BRANDS, Map.of())).stream()
                    .anyMatch(brand -> brand.id().equals(login.blogId()));
        } catch (MetricoolFailure failure) {
            throw failure.ofOtherBrand();
        }
    }

    void remove(Login login, String id) {
        api.delete(login, POSTS + "/" + id);
    }

    /**
     * What an entry may stand for, the likeliest first: what is planned for the second that only it has, then, should seconds
     * not be kept, what is planned for its minute and has its text.
     */
    List<PlannedPost> search(Login login, Entry entry) {
        var listed = api.get(
                login,
                POSTS,
                Map.of(
                        "start", WALL_CLOCK.format(entry.at().minus(AROUND)),
                        "end", WALL_CLOCK.format(entry.at().plus(AROUND)),
                        "timezone", "UTC"));
        if (!listed.isArray()) {
            throw unintelligible();
        }
        return StreamSupport.stream(listed.spliterator(), false)
                .flatMap(row -> PlannedPost.of(row, entry.network()).stream())
                .filter(post -> entry.at().equals(post.at()) || isRounded(entry, post))
                .sorted(Comparator.comparing(post -> !entry.at().equals(post.at())))
                .toList();
    }

    /** Says nothing about what is there, such as the page of a proxy. */
    private static MetricoolFailure unintelligible() {
        return new MetricoolFailure(
                MetricoolFailure.Kind.UNKNOWN, "Metricool's answer about its planner is unintelligible");
    }

    /** Posts of ours are never planned for a whole minute. */
    private static boolean isRounded(Entry entry, PlannedPost post) {
        return entry.at().truncatedTo(ChronoUnit.MINUTES).equals(post.at())
                && bare(post.text()).equals(bare(entry.text()));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
