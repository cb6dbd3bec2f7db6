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

    private final Map<String, String> users = new HashMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    /** What is known already. */
    void know(Identification two) {
        users.put(two.previousId(), two.userId());
    }

    /** Says whether there was room for it. */
    boolean tell(Identification two) {
        var user = users.getOrDefault(two.userId(), two.userId());
        if (user.equals(two.previousId())) {
            // They are the same already, the other way round.
            return true;
        }
        if (!user.equals(users.get(two.previousId()))) {
            var followers = previousIds(two.previousId());
            if (previousIds(user).size() + followers.size() >= MOST) {
                return false;
            }
            followers.forEach(id -> put(id, user));
        }
        put(two.previousId(), user);
        return true;
    }

    private List<String> previousIds(String user) {
        return users.entrySet().stream()
                .filter(one -> one.getValue().equals(user))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void put(String previousId, String user) {
        users.put(previousId, user);
        told.add(previousId);
    }

    /** What is to be kept, the former ids each once. */
    List<Identification> told() {
        return told.stream().map(id -> new Identification(id, users.get(id))).toList();
    }
}
