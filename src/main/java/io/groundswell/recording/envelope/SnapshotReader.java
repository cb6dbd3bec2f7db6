package io.groundswell.recording.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.recording.RecordingService;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads snapshots out of a body, thousands of them without a detour over forms, and tells all that is wrong with them at once.
 */
final class SnapshotReader {
    /** Most snapshots of one thing in a call. */
    static final int MOST = 1_000;
    /** Whoever gets all of it wrong is told enough. */
    private static final int MOST_FAULTS = 1_000;

    private static final Set<Counter> OF_CREATORS = Set.of(Counter.FOLLOWERS);

    private final Instant latest;
    private final List<Violation> wrong = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Subject, Set<Instant>> instants = new HashMap<>();

    SnapshotReader(Instant now) {
        latest = now.plus(Times.AHEAD);
    }

    List<Sample> ofOne(JsonNode body, Subject subject) {
        var list = body.path("snapshots");
        if (list.isArray() && list.size() > MOST) {
            refuse("snapshots", "must have 1 to %,d elements".formatted(MOST));
        } else {
            snapshots(list, "", subject);
        }
        return checked();
    }

    List<Sample> ofMany(JsonNode body) {
        var items = body.path("items");
        var total = 0;
        for (var item : items) {
            total += item.path("snapshots").size();
        }
        if (!items.isArray() || items.isEmpty()) {
            refuse("items", "must have at least one element");
        } else if (total > RecordingService.MOST || items.size() > RecordingService.MOST) {
            refuse("items", "must have at most %,d snapshots in all".formatted(RecordingService.MOST));
        } else {
            for (var index = 0; index < items.size(); index++) {
                var prefix = "items[" + index + "].";
                snapshots(items.get(index).path("snapshots"), prefix, subject(items.get(index), prefix));
            }
        }
        return checked();
    }

    /** Null when it is not clear whose snapshots they are, which can then be judged in part only. */
    private Subject subject(JsonNode item, String prefix) {
        var kind =
                switch (item.path("entity").asText()) {
                    case "video" -> Subject.Kind.VIDEO;
                    case "creator" -> Subject.Kind.CREATOR;
                    default -> null;
                };
        var id = Ids.read(item.path("entity_id").asText());
        if (kind == null) {
            refuse(prefix + "entity", "must be video or creator");
        }
        if (id == null) {
            refuse(prefix + "entity_id", "must be a UUID");
        }
        return kind == null || id == null ? null : new Subject(kind, id.toString());
    }

    private void snapshots(JsonNode list, String prefix, Subject subject) {
        if (!list.isArray() || list.isEmpty()) {
            refuse(prefix + "snapshots", "must have at least one element");
            return;
        }
        for (var index = 0; index < list.size(); index++) {
            var before = wrong.size();
            var path = prefix + "snapshots[" + index + "]";
            var snapshot = list.get(index);
            if (!snapshot.isObject()) {
                refuse(path, "must be an object");
                continue;
            }
            var at = at(snapshot.path("at"), path);
            var reset = baseline(snapshot.path("baseline"), path);
            var counters = counters(snapshot, path, subject);
            if (wrong.size() == before && subject != null) {
                add(new Sample(subject, at, reset, counters), path);
            }
        }
    }

    private void add(Sample sample, String path) {
        if (instants.computeIfAbsent(sample.subject(), any -> new HashSet<>()).add(sample.at())) {
            samples.add(sample);
        } else {
            refuse(path + ".at", "is that of another snapshot here");
        }
    }

    private Instant at(JsonNode node, String path) {
        var at = node.isTextual() ? Times.ofAnyYear(node.textValue()) : null;
        if (at == null) {
            refuse(path + ".at", "must be a time such as 2026-02-03T06:00:00Z");
        } else if (at.isBefore(Instant.EPOCH)) {
            refuse(path + ".at", Times.BEFORE_1970);
        } else if (at.isAfter(latest)) {
            refuse(path + ".at", Times.TOO_FAR_AHEAD);
        }
        return at;
    }

    private boolean baseline(JsonNode node, String path) {
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            refuse(path + ".baseline", "must be true or false");
        }
        return node.asBoolean();
    }

    private Counters counters(JsonNode snapshot, String path, Subject subject) {
        var values = new EnumMap<Counter, Long>(Counter.class);
        var judged = false;
        for (var counter : CounterName.ALL) {
            var node = snapshot.path(counter.name());
            if (node.isMissingNode() || node.isNull()) {
                continue;
            }
            if (subject != null && !of(subject).contains(counter.counter())) {
                judged = true;
                refuse(path + "." + counter.name(), "is not a counter of a " + name(subject));
            } else if (node.canConvertToExactIntegral() && node.canConvertToLong() && fits(node.longValue())) {
                values.put(counter.counter(), node.longValue());
            } else {
                judged = true;
                refuse(path + "." + counter.name(), "must be a whole number from 0 to %,d".formatted(Sample.MOST));
            }
        }
        if (values.isEmpty() && !judged) {
            refuse(path, "must have at least one counter");
        }
        return new Counters(values);
    }

    private static boolean fits(long value) {
        return value >= 0 && value <= Sample.MOST;
    }

    private static Set<Counter> of(Subject subject) {
        return subject.kind() == Subject.Kind.VIDEO ? Counter.ofVideos() : OF_CREATORS;
    }

    private static String name(Subject subject) {
        return subject.kind() == Subject.Kind.VIDEO ? "video" : "creator";
    }

    private record CounterName(Counter counter, String name) {
        static final List<CounterName> ALL = List.of(
                        Counter.VIEWS,
                        Counter.LIKES,
                        Counter.COMMENTS,
                        Counter.SHARES,
                        Counter.SAVES,
                        Counter.FOLLOWERS)
                .stream()
                .map(counter -> new CounterName(counter, counter.column()))
                .toList();
    }

    private void refuse(String path, String message) {
        wrong.add(new Violation(path, path + " " + message));
        if (wrong.size() == MOST_FAULTS) {
            Refusal.throwIfAny(wrong);
        }
    }

    private List<Sample> checked() {
        Refusal.throwIfAny(wrong);
        return samples;
    }
}
