package io.groundswell.rollup;

import org.roaringbitmap.RoaringBitmap;

/** How many events have something in common, and whose they are. */
final class Sum {
    private final String value;
    private final RoaringBitmap users = new RoaringBitmap();
    private long events;

    /** @param value that they have in common; may be null */
    Sum(String value) {
        this.value = value;
    }

    /** @param user null for nobody who is known */
    void add(Integer user) {
        events++;
        if (user != null) {
            users.add(user);
        }
    }

    void add(Sum other) {
        events += other.events;
        users.or(other.users);
    }

    String value() {
        return value;
    }

    long events() {
        return events;
    }

    RoaringBitmap users() {
        return users;
    }
}
