package io.groundswell.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Which things one request names, and the same request with others in their places. */
final class Mentions {
    private final OwnedIds ids;

    Mentions(OwnedIds ids) {
        this.ids = ids;
    }

    OwnedIds ids() {
        return ids;
    }

    /** The places in which this request has an id. */
    Set<IdPlace> in(Exchange exchange) {
        var found = new TreeSet<IdPlace>();
        replace(exchange, (place, id) -> {
            if (!id.isEmpty()) {
                found.add(place);
            }
            return id;
        });
        return found;
    }

    /** Where a request has an id although no name tells so. */
    Set<IdPlace> hidden(Exchange exchange, UnaryOperator<String> fill) {
        var found = new TreeSet<IdPlace>();
        change(exchange, (place, text) -> {
            if (ids.hides(place, fill.apply(text))) {
                found.add(place);
            }
            return text;
        });
        return found;
    }

    /** The request with other ids in some of its places. */
    Exchange replace(Exchange exchange, Set<IdPlace> where, UnaryOperator<String> change) {
        return replace(exchange, (place, id) -> where.contains(place) ? change.apply(id) : id);
    }

    private interface Change {
        String of(IdPlace place, String id);
    }

    private Exchange replace(Exchange exchange, Change change) {
        return change(exchange, (place, id) -> ids.takes(place) ? change.of(place, id) : id);
    }

    private Exchange change(Exchange exchange, Change change) {
        var parts = exchange.path().split("\\?", 2);
        var path = path(parts[0], change) + (parts.length == 1 ? "" : "?" + query(parts[1], change));
        var body = exchange.body() == null
                ? null
                : BodyFields.replace(exchange.body(), (name, id) -> change.of(new IdPlace("body", name), id));
        return new Exchange(exchange.method(), path, exchange.headers(), body, null, List.of(), null);
    }

    private String path(String path, Change change) {
        var segments = path.split("/", -1);
        var names = ids.operation().path().split("/", -1);
        for (var at = 0; at < names.length; at++) {
            if (names[at].matches("\\{[^}]*}")) {
                segments[at] =
                        change.of(new IdPlace("path", names[at].substring(1, names[at].length() - 1)), segments[at]);
            }
        }
        return String.join("/", segments);
    }

    private static String query(String query, Change change) {
        var pairs = new ArrayList<String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            pairs.add(
                    parts.length == 1
                            ? pair
                            : parts[0] + "=" + each(parts[1], id -> change.of(new IdPlace("query", parts[0]), id)));
        }
        return String.join("&", pairs);
    }

    /** Lists in addresses are separated by commas. */
    private static String each(String ids, UnaryOperator<String> change) {
        var changed = new ArrayList<String>();
        for (var id : ids.split(",", -1)) {
            changed.add(change.apply(id));
        }
        return String.join(",", changed);
    }
}
