package io.groundswell.traffic.flat;

import io.groundswell.site.AskedSite;
import io.groundswell.traffic.SessionList;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as lists tell of it. */
public record ListedSession(
        String sessionId,
        @Nullable String userId,
        String projectId,
        @Schema(description = "In Unix milliseconds") long startTime,
        @Schema(description = "In Unix milliseconds") long endTime,
        @Schema(description = "In milliseconds") long duration,
        @Nullable String entryPage,
        @Nullable String exitPage,
        long eventCount,

        @Schema(description = "1 when nobody did anything, else 0")
        int isBounce,

        @Schema(format = "date", description = "On which it started, in UTC")
        String date) {

    public static ListedSession of(AskedSite site, SessionList.Listed session) {
        return new ListedSession(
                session.id(),
                session.userId(),
                site.id(),
                session.start().toEpochMilli(),
                session.end().toEpochMilli(),
                session.end().toEpochMilli() - session.start().toEpochMilli(),
                session.entryPage(),
                session.exitPage(),
                session.events(),
                session.bounce() ? 1 : 0,
                LocalDate.ofInstant(session.start(), ZoneOffset.UTC).toString());
    }
}
