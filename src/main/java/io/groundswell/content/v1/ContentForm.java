package io.groundswell.content.v1;

import io.groundswell.content.Content;
import io.groundswell.content.ContentEdit;
import io.groundswell.content.Copy;
import io.groundswell.content.EditRules;
import io.groundswell.content.Moment;
import io.groundswell.content.Visual;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.text.SentList;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What callers can change about an item. A visual that says no position has that of its place in the list. */
@RegisterForReflection(registerFullHierarchy = true)
record ContentForm(
        Copy copy,
        List<Visual> visuals,
        @NeverNull Described metadata,
        @NeverNull Timed scheduling,
        Integer version) {
    private static final Copy NO_WORDS =
            new Copy(null, null, null, null, null, null, null, null, null, null, null, null);

    record Described(List<String> tags) {
        Described {
            tags = SentList.of(tags);
        }
    }

    record Timed(String scheduledFor) {}

    ContentForm {
        copy = copy == null ? NO_WORDS : copy;
        visuals = visuals == null ? List.of() : numbered(visuals);
        metadata = metadata == null ? new Described(null) : metadata;
        scheduling = scheduling == null ? new Timed(null) : scheduling;
    }

    private static List<Visual> numbered(List<Visual> visuals) {
        return IntStream.range(0, visuals.size())
                .mapToObj(at -> visuals.get(at) == null || visuals.get(at).position() != 0
                        ? visuals.get(at)
                        : visuals.get(at).at(at + 1))
                .toList();
    }

    static ContentForm of(Content content) {
        return new ContentForm(
                content.copy(),
                content.visuals(),
                new Described(content.metadata().tags()),
                new Timed(ContentResponse.time(content.scheduling().scheduled())),
                content.version());
    }

    List<Violation> violations(ZoneId zone) {
        var violations = new ArrayList<>(EditRules.violations(copy, visuals, metadata.tags()));
        try {
            moment(zone);
        } catch (Refusal refusal) {
            violations.addAll(refusal.violations());
        }
        return violations;
    }

    ContentEdit edit(ZoneId zone) {
        return new ContentEdit(copy, visuals, metadata.tags(), moment(zone), version);
    }

    private Moment moment(ZoneId zone) {
        return Moment.parse("scheduling.scheduled_for", scheduling.scheduledFor(), zone);
    }
}
