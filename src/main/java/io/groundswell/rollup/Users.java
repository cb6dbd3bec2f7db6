package io.groundswell.rollup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

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

    /** So many of these, always the same ones, none preferred; all when there are no more. */
    public Users sample(long most) {
        var all = keys.stream().sorted().toList();
        return most >= all.size()
                ? of(all)
                : of(LongStream.range(0, most)
                        .mapToObj(at -> all.get((int) (at * all.size() / most)))
                        .toList());
    }

    /** How many of these are among the others. */
    public long countIn(Users others) {
        return keys.stream().filter(others.keys::contains).count();
    }
}
