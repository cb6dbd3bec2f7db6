package io.groundswell.annotation;

import io.groundswell.annotation.Marks.Mark;
import io.groundswell.content.ContentEvent;
import io.groundswell.content.ContentService;
import io.groundswell.mission.MissionEvent;
import io.groundswell.performance.KpiMilestone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Writes down what happens to missions and their content, in the transaction in which it happens. */
@ApplicationScoped
class Happenings {
    private final Marks marks;
    private final ContentService contents;
    private final Clock clock;

    Happenings(Marks marks, ContentService contents, Clock clock) {
        this.marks = marks;
        this.contents = contents;
        this.clock = clock;
    }

    void published(@Observes ContentEvent.Published event) {
        var content = contents.get(event.owner(), event.contentId());
        var details = new HashMap<String, String>();
        details.put("platform", content.platform().toString());
        details.put("type", content.type().toString());
        if (content.publication().platformUrl() != null) {
            details.put("platform_url", content.publication().platformUrl());
        }
        marks.set(
                event.owner(),
                Place.content(event.contentId(), event.missionId()),
                new Mark(
                        AnnotationKind.CONTENT_PUBLISHED,
                        event.at(),
                        "Published on " + content.platform(),
                        details,
                        "content_published:" + event.contentId()));
    }

    void paused(@Observes MissionEvent.Paused event) {
        mark(event, AnnotationKind.MISSION_PAUSED, "Mission paused", Map.of());
    }

    void resumed(@Observes MissionEvent.Resumed event) {
        mark(
                event,
                AnnotationKind.MISSION_RESUMED,
                "Mission resumed",
                Map.of("paused_at", event.pausedAt().toString()));
    }

    /**
     * Without a cause: each pause is another one, and its mission moves once. By the clock, for a mission knows whole
     * seconds only, and one that is paused and resumed within one is not resumed before.
     */
    private void mark(MissionEvent event, AnnotationKind kind, String title, Map<String, String> details) {
        marks.set(
                event.owner(), Place.mission(event.missionId()), new Mark(kind, clock.instant(), title, details, null));
        marks.thinOutPauses(event.owner(), event.missionId());
    }

    void reached(@Observes KpiMilestone event) {
        var text = new MilestoneText(event.kpi(), event.percent());
        // What is reached together is told in its order. Nobody sees that little of a second.
        var at = event.at().plus(event.percent(), ChronoUnit.MICROS);
        marks.set(
                event.owner(),
                Place.mission(event.missionId()),
                new Mark(AnnotationKind.KPI_MILESTONE, at, text.title(), text.details(), cause(event)));
    }

    private static String cause(KpiMilestone event) {
        return String.join(
                ":",
                "kpi_milestone",
                event.missionId(),
                event.kpi().metric().toString(),
                event.kpi().platform(),
                String.valueOf(event.percent()));
    }
}
