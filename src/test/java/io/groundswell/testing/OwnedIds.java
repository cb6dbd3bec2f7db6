package io.groundswell.testing;

import io.groundswell.testing.ApiDocument.Operation;
import io.groundswell.testing.Isolation.Axis;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids that one operation takes, of things that an organization owns.
 *
 * @param isOpen whoever has the address is let in: no key is asked for, and so there is none to be another's
 */
record OwnedIds(Operation operation, Set<IdPlace> places, boolean isOpen) {
    /** Names that a site gives to its visitors, their sessions and events. They lead nowhere but within the project beside them. */
    private static final Set<String> GIVEN_BY_SITES = Set.of("user_id", "session_id", "event_id", "previous_id");

    /** Names that are given elsewhere: to an account of Metricool; to a comment of TikTok's, which is one of the video beside it. */
    private static final Map<String, Set<IdPlace>> GIVEN_ELSEWHERE = Map.of(
            "/v1/connect/metricool", Set.of(new IdPlace("body", "user_id"), new IdPlace("body", "blog_id")),
            "/api/v1/videos/{id}/comments", Set.of(new IdPlace("body", "id")),
            "/api/v1/videos/{id}/comments/{comment}", Set.of(new IdPlace("path", "comment")));

    /**
     * People are members of an organization, whichever mode somebody works in. A live key manages the keys of both, and the audit trail has entries of
     * neither: what of these a test key is kept from is in transcripts of their own.
     */
    private static final Set<String> OF_BOTH_MODES = Set.of("/v1/tenant", "/v1/auth/keys", "/v1/audit");

    private static final Pattern ID =
            Pattern.compile("[a-z]{3}_[0-9A-Za-z]{16}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static OwnedIds of(ApiDocument document, Operation operation) {
        var places = IdPlace.of(document, operation).stream()
                .filter(place -> !isGiven(operation, place))
                .collect(Collectors.toCollection(TreeSet::new));
        return new OwnedIds(operation, places, operation.node().path("security").isEmpty());
    }

    private static boolean isGiven(Operation operation, IdPlace place) {
        var path = operation.path();
        var isOfSites = !path.matches("/(api/)?v1/.*");
        return isOfSites && GIVEN_BY_SITES.contains(place.name())
                || GIVEN_ELSEWHERE.getOrDefault(path, Set.of()).contains(place);
    }

    /** Also what a document does not tell of: fields that may be sent back as they were read. */
    boolean takes(IdPlace place) {
        return places.contains(place) || !place.isPath() && place.isId() && !isGiven(operation, place);
    }

    /** Whether a request has an id where nobody would look for one. */
    boolean hides(IdPlace place, String value) {
        return !place.isPath() && !place.isId() && ID.matcher(value).matches();
    }

    /** Whether there is something to be kept from others. */
    boolean isKept() {
        return !isOpen && !places.isEmpty();
    }

    /** Creators and sites have one mode. */
    boolean hasModes() {
        var path = operation.path();
        return path.startsWith("/v1/") && OF_BOTH_MODES.stream().noneMatch(path::startsWith);
    }

    /** Those that others must ask for. */
    Set<IdPlace> places(Axis axis) {
        return axis == Axis.FOREIGN_KEY || hasModes() ? places : Set.of();
    }
}
