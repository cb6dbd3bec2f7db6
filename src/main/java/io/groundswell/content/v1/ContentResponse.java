package io.groundswell.content.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.content.Content;
import io.groundswell.content.Copy;
import io.groundswell.content.Metadata;
import io.groundswell.content.Moment;
import io.groundswell.content.Publication;
import io.groundswell.content.Review;
import io.groundswell.content.Scheduling;
import io.groundswell.content.Visual;
import io.groundswell.wire.v1.V1;
import java.util.List;

/** The content object. {@code mission} is there only when it was asked for. */
record ContentResponse(
        String id,
        String missionId,
        @JsonInclude(JsonInclude.Include.NON_NULL) MissionView mission,
        String tenantId,
        String platform,
        String type,
        String status,
        Copy copy,
        List<Visual> visuals,
        Metadata metadata,
        SchedulingView scheduling,
        PublishingView publishing,
        ReviewView review,
        int version,
        String createdAt,
        String updatedAt) {

    record MissionView(String id, String name) {}

    record SchedulingView(String scheduledFor, String timezone, boolean hold) {
        static SchedulingView of(Scheduling scheduling) {
            return new SchedulingView(time(scheduling.scheduled()), scheduling.timezone(), scheduling.isHeld());
        }
    }

    record PublishingView(
            String publishedAt,
            String platformPostId,
            String platformUrl,
            String metricoolPostId,
            String variationId,
            String error) {
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

    record ApprovalView(String userId, String at, String notes, int version) {}

    record ReviewView(
            boolean required,
            String reviewedBy,
            String reviewedAt,
            String notes,
            String reason,
            String feedback,
            String escalatedAt,
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
                content.platform().toString(),
                content.type().toString(),
                content.status().toString(),
                content.copy(),
                content.visuals(),
                content.metadata(),
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
