package io.groundswell.sentiment.envelope;

import io.groundswell.sentiment.SentimentQuestion;
import io.groundswell.wire.envelope.Query;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of a question about comments, as they are sent. */
record SentimentQuery(
        @RestQuery("project_id") @Parameter(required = true, description = "Whose videos' comments")
        String projectId,

        @RestQuery("campaign_id") @Parameter(description = "Only of videos in this campaign, and in campaigns in it")
        String campaignId,

        @RestQuery("creator_id") @Parameter(description = "Only of videos of this creator")
        String creatorId,

        @RestQuery("video_id") @Parameter(description = "Only of this video")
        String videoId,

        @RestQuery
        @Parameter(
                description =
                        "The first day, in the organization's zone; 30 days before the last one if it is not given",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        String from,

        @RestQuery
        @Parameter(
                description = "The last day; today if it is not given",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        String to) {
    private static final int DAYS_BEFORE = 30;

    SentimentQuestion read(LocalDate today) {
        var query = Query.ofAnalytics();
        var project = query.requiredId("project_id", projectId);
        var campaign = query.id("campaign_id", campaignId);
        var creator = query.id("creator_id", creatorId);
        var video = query.id("video_id", videoId);
        var begin = query.date("from", from);
        var end = query.date("to", to);
        var last = end == null ? today : end;
        var first = begin == null ? last.minusDays(DAYS_BEFORE) : begin;
        query.inOrder(begin, to != null && end == null ? null : last);
        query.check();
        return new SentimentQuestion(project, campaign, creator, video, first, last);
    }
}
