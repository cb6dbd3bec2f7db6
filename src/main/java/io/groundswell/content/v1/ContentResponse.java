package io.groundswell.content.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.content.Content;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Copy;
import io.groundswell.content.Moment;
import io.groundswell.content.Publication;
import io.groundswell.content.Review;
import io.groundswell.content.Scheduling;
import io.groundswell.content.Visual;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** The content object. {@code mission} is there only when it was asked for. */
record ContentResponse(
        String id,
        String missionId,
        @JsonInclude(JsonInclude.Include.NON_NULL) MissionView mission,
        String tenantId,
        Platform platform,
        ContentType type,
        ContentStatus status,
        Copy copy,
        List<Visual> visuals,
        MetadataView metadata,
        SchedulingView scheduling,
        PublishingView publishing,
        ReviewView review,
        int version,
        String createdAt,
        String updatedAt) {

    record MissionView(String id, String name) {}

    record SchedulingView(@Nullable String scheduledFor, String timezone, boolean hold) {
        static SchedulingView of(Scheduling scheduling) {
            return new SchedulingView(time(scheduling.scheduled()), scheduling.timezone(), scheduling.isHeld());
        }
    }

    record PublishingView(
            @Nullable String publishedAt,
            @Nullable String platformPostId,
            @Nullable String platformUrl,
            @Nullable String metricoolPostId,
            @Nullable String variationId,
            @Nullable String error) {
        static PublishingView of(Publication publication) {
            return new PublishingView(
                    V1.time(publication.publishedAt()),
                    publication.platformPostId(),
                    publication.platformUrl(),
                    publication.externalPostId(),
                    publication.variationId(),
                    publication.error());
        }
    }

    record ApprovalView(String userId, String at, @Nullable String notes, int version) {}

    record ReviewView(
            boolean required,
            @Nullable String reviewedBy,
            @Nullable String reviewedAt,
            @Nullable String notes,
            @Nullable String reason,
            @Nullable String feedback,
            @Nullable String escalatedAt,
            List<ApprovalView> approvals) {
        static ReviewView of(Review review) {
            return new ReviewView(
                    review.isRequired(),
                    review.reviewedBy(),
                    V1.time(review.reviewedAt()),
                    review.notes(),
                    review.reason(),
                    review.feedback(),
                    V1.time(review.escalatedAt()),
                    review.approvals().stream()
                            .map(yes -> new ApprovalView(yes.userId(), V1.time(yes.at()), yes.notes(), yes.version()))
                            .toList());
        }
    }

    static ContentResponse of(Content content) {
        return of(content, null);
    }

    /** @param missionName null to leave the mission out */
    static ContentResponse of(Content content, String missionName) {
        return new ContentResponse(
                content.id(),
                content.missionId(),
                missionName == null ? null : new MissionView(content.missionId(), missionName),
                content.owner().organizationId(),
                content.platform(),
                content.type(),
                content.status(),
                content.copy(),
                content.visuals(),
                MetadataView.of(content.metadata()),
                SchedulingView.of(content.scheduling()),
                PublishingView.of(content.publication()),
                ReviewView.of(content.review()),
                content.version(),
                V1.time(content.createdAt()),
                V1.time(content.updatedAt()));
    }

    static String time(Moment moment) {
        return moment == null ? null : V1.time(moment.at(), moment.offset());
    }
}
