package io.groundswell.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.OwnPosts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What an account has posted lately, newest first. */
@ApplicationScoped
class Statuses {
    private static final int PAGE = 20;
    private static final int MOST_PAGES = 10;

    private final MastodonApi api;
    private final Clock clock;

    Statuses(MastodonApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Only those that tell when they were made, for nobody can say of the others whether they are recent. */
    List<JsonNode> recent(Server server, String accountId, Allowance allowance) {
        var since = clock.instant().minus(OwnPosts.WINDOW);
        var found = new ArrayList<JsonNode>();
        var after = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var statuses = api.get(
                    server,
                    "/api/v1/accounts/%s/statuses?exclude_reblogs=true&limit=%d%s".formatted(accountId, PAGE, after),
                    allowance);
            statuses.forEach(status -> {
                if (made(status).isAfter(since)) {
                    found.add(status);
                }
            });
            var last = statuses.path(statuses.size() - 1);
            if (statuses.size() < PAGE || !made(last).isAfter(since)) {
                break;
            }
            after = "&max_id=" + last.path("id").asText();
        }
        return found;
    }

    private static Instant made(JsonNode status) {
        try {
            return OffsetDateTime.parse(status.path("created_at").asText()).toInstant();
        } catch (DateTimeParseException unknown) {
            return Instant.MIN;
        }
    }
}
