package io.groundswell.visitor.flat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.site.AskedSite;
import io.groundswell.traffic.flat.ListedSession;
import io.groundswell.visitor.UserData;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what is kept of a user. Sessions look as they do in the list of all, and events have no id. */
record UserResponse(
        String project,

        @Schema(description = "By which the user is known now")
        String userId,

        List<String> previousIds,
        List<ListedSession> sessions,
        List<Event> events,

        @Schema(description = "Asks for the next page; null on the last one") @Nullable
        String nextCursor) {

    @Schema(name = "EventOfUser")
    record Event(
            String event,

            @JsonRawValue
            @Nullable
            @Schema(
                    implementation = ObjectNode.class,
                    description = "As they were told, and what `User-Agent` told besides")
            String properties,

            String userId,
            @Nullable String sessionId,
            @Schema(description = "In Unix milliseconds") long timestamp,
            String date,
            @Nullable String country) {

        static Event of(UserData.Event event) {
            return new Event(
                    event.name(),
                    event.properties(),
                    event.userId(),
                    event.sessionId(),
                    event.at().toEpochMilli(),
                    day(event.at()),
                    event.country());
        }
    }

    static UserResponse of(AskedSite site, UserData.Page page) {
        return new UserResponse(
                site.name(),
                page.userId(),
                page.previousIds(),
                page.sessions().stream()
                        .map(one -> ListedSession.of(site, one.listed()))
                        .toList(),
                page.events().stream().map(Event::of).toList(),
                Objects.toString(page.next(), null));
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
