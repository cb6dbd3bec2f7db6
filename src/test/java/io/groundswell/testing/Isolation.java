package io.groundswell.testing;

import io.groundswell.testing.ApiDocument.Operation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether others have asked for the thing behind each id that the documents of the three contracts tell of. */
final class Isolation {
    private static final List<String> DOCUMENTS = List.of("/v1/openapi.json", "/api/v1/openapi.json", "/openapi.json");

    private final Map<String, OwnedIds> operations = new TreeMap<>();
    private final Map<Axis, Map<String, Set<IdPlace>>> asked = new EnumMap<>(Axis.class);
    private final Map<Axis, Integer> calls = new EnumMap<>(Axis.class);
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /** As who somebody asks for what is not theirs. */
    enum Axis {
        FOREIGN_KEY,
        OTHER_MODE
    }

    Isolation() {
        for (var address : DOCUMENTS) {
            var document = ApiDocument.at(address);
            document.operations()
                    .forEach(operation -> operations.put(operation.toString(), OwnedIds.of(document, operation)));
        }
    }

    /** Empty for what asks for no key, or is in none of the documents. */
    Optional<Mentions> of(Exchange exchange) {
        var address = exchange.path().replaceFirst("\\?.*", "");
        return ApiDocument.of(address)
                .flatMap(document -> document.find(exchange.method(), address))
                .map(operation -> operations.get(operation.toString()))
                .filter(ids -> !ids.isOpen())
                .map(Mentions::new);
    }

    void asked(Axis axis, Operation operation, Set<IdPlace> places, int status) {
        calls.merge(axis, 1, Integer::sum);
        statuses.merge(status, 1, Integer::sum);
        asked(axis, operation).addAll(places);
    }

    /** The places that somebody has been refused at. */
    Set<IdPlace> asked(Axis axis, Operation operation) {
        return asked.computeIfAbsent(axis, one -> new HashMap<>())
                .computeIfAbsent(operation.toString(), one -> new TreeSet<>());
    }

    /** What nobody asked for. */
    Stream<String> gaps() {
        return operations.values().stream().filter(OwnedIds::isKept).flatMap(ids -> Stream.of(Axis.values())
                .flatMap(axis -> ids.places(axis).stream()
                        .filter(place -> !asked(axis, ids.operation()).contains(place))
                        .map(place -> "%s: %s of %s".formatted(axis, place, ids.operation()))));
    }

    /** How many of all calls were answered so. */
    double shareOf(int status) {
        var all = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return statuses.getOrDefault(status, 0) / (double) all;
    }

    String summary() {
        return """
                Isolation: %d operations with ids of %d in the documents (%d more have an open address, without keys); \
                foreign key: %d calls to %d operations refused, other mode: %d calls to %d operations refused \
                (%d have one mode: creators, sites; people, keys and audit belong to both), ids in queries and bodies: %d; \
                by status %s; database unchanged each time""".formatted(
                        count(OwnedIds::isKept),
                        operations.size(),
                        count(ids -> ids.isOpen() && !ids.places().isEmpty()),
                        calls.getOrDefault(Axis.FOREIGN_KEY, 0),
                        operations(Axis.FOREIGN_KEY),
                        calls.getOrDefault(Axis.OTHER_MODE, 0),
                        operations(Axis.OTHER_MODE),
                        count(ids -> ids.isKept() && ids.places(Axis.OTHER_MODE).isEmpty()),
                        asked.getOrDefault(Axis.FOREIGN_KEY, Map.of()).values().stream()
                                .flatMap(Set::stream)
                                .filter(place -> !place.isPath())
                                .count(),
                        statuses);
    }

    private long count(Predicate<OwnedIds> which) {
        return operations.values().stream().filter(which).count();
    }

    private long operations(Axis axis) {
        return asked.getOrDefault(axis, Map.of()).values().stream()
                .filter(places -> !places.isEmpty())
                .count();
    }
}
