package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.publishing.Published;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A post in a brand's planner, as one network has it.
 *
 * @param at when it is planned for; null when that is not readable
 * @param url of the post, null until it is out
 * @param trouble what the network said of it, null when nothing
 */
record PlannedPost(String id, Instant at, String text, State state, String url, String trouble) {

    enum State {
        WAITING,
        /** Its network is being told: there is no way back, and no answer yet. */
        LEAVING,
        OUT,
        FAILED
    }

    /** One of which nothing is known but that the planner took it. */
    static PlannedPost waiting(String id) {
        return new PlannedPost(id, null, "", State.WAITING, null, null);
    }

    /** Empty when the planner's post is not for the network. */
    static Optional<PlannedPost> of(JsonNode row, String network) {
        for (var provider : row.path("providers")) {
            if (network.equals(provider.path("network").asText()) && row.hasNonNull("id")) {
                return Optional.of(new PlannedPost(
                        row.get("id").asText(),
                        at(row.path("publicationDate")),
                        row.path("text").asText(""),
                        state(provider.path("status").asText("")),
                        text(provider, "publicUrl"),
                        text(provider, "detailedStatus")));
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static State state(String status) {
        return switch (status) {
            case "PUBLISHED" -> State.OUT;
            case "PUBLISHING" -> State.LEAVING;
            case "ERROR" -> State.FAILED;
            // PENDING, AWAITING_CONFIRMATION, DRAFT, and whatever there may be besides.
            default -> State.WAITING;
        };
    }

    private static Instant at(JsonNode date) {
        try {
            return LocalDateTime.parse(date.path("dateTime").asText(""))
                    .atZone(ZoneId.of(date.path("timezone").asText("UTC")))
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** The network's own id ends the post's address. */
    Published published() {
        return new Published(url == null ? id : lastPart(url), url, "mc_" + id);
    }

    static String lastPart(String address) {
        var path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
