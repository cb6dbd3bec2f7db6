package io.groundswell.event;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which ids of one site are of the same person, as far as somebody has told. No id that stands for others has another one that
 * stands for it, so chains have one link and there are no rings.
 */
final class SameUsers {
    /** Former ids of one user. */
    static final int MOST = 1_000;

    enum Answer {
        KEPT,
        /** The user has as many former ids as there may be. */
        FULL,
        /** It cannot be kept without the former ids of a user who is not known by all of them. */
        UNKNOWN
    }

    private final Map<String, String> users = new HashMap<>();
    private final Map<String, Set<String>> former = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    /** What is known already. */
    void know(Identification two) {
        put(two.previousId(), two.userId());
    }

    /** That there are so many former ids of a user, whether they are known or not. */
    void count(String user, int ids) {
        others.put(user, ids - former(user).size());
    }

    Answer tell(Identification two) {
        var user = userOf(two.userId());
        if (user.equals(two.previousId())) {
            // They are the same already, the other way round.
            return Answer.KEPT;
        }
        if (!user.equals(users.get(two.previousId()))) {
            if (others.getOrDefault(two.previousId(), 0) > 0) {
                return Answer.UNKNOWN;
            }
            var followers = List.copyOf(former(two.previousId()));
            if (former(user).size() + others.getOrDefault(user, 0) + followers.size() >= MOST) {
                return Answer.FULL;
            }
            followers.forEach(id -> keep(id, user));
        }
        keep(two.previousId(), user);
        return Answer.KEPT;
    }

    /** By which id a user is known now. */
    String userOf(String id) {
        return users.getOrDefault(id, id);
    }

    private Set<String> former(String user) {
        return former.getOrDefault(user, Set.of());
    }

    private void keep(String previousId, String user) {
        put(previousId, user);
        told.add(previousId);
    }

    private void put(String previousId, String user) {
        var before = users.put(previousId, user);
        if (before != null) {
            former.get(before).remove(previousId);
        }
        former.computeIfAbsent(user, id -> new LinkedHashSet<>()).add(previousId);
    }

    /** What is to be kept, the former ids each once. */
    List<Identification> told() {
        return told.stream().map(id -> new Identification(id, users.get(id))).toList();
    }
}
