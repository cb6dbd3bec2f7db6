package io.groundswell.rollup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Distinct users of a site. */
public final class Users {
    private final Set<Long> keys = new HashSet<>();

    public static Users of(Collection<Long> keys) {
        var users = new Users();
        users.keys.addAll(keys);
        return users;
    }

    public void add(Users others) {
        keys.addAll(others.keys);
    }

    public void remove(Users others) {
        keys.removeAll(others.keys);
    }

    public long count() {
        return keys.size();
    }

    /** How many of these are among the others. */
    public long countIn(Users others) {
        return keys.stream().filter(others.keys::contains).count();
    }
}
