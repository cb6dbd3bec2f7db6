package io.groundswell.rollup;

import io.groundswell.event.KeyHash;
import io.groundswell.rollup.SessionFigures.Tally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** What some sessions add to each figure that they belong to, and who comes to each day. */
final class SessionSums {
    private static final UUID NO_VALUE = new UUID(0, 0);

    /** @param kind what sessions are counted by */
    record Key(int kind, LocalDate day, UUID value) {
        static Key day(LocalDate day) {
            return new Key(SessionFigures.DAY, day, NO_VALUE);
        }

        /** Whether it stands for all sessions of its day, whose users are stored there. */
        boolean isDay() {
            return kind == SessionFigures.DAY;
        }
    }

    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Map<Key, String> values = new HashMap<>();
    private final Map<LocalDate, RoaringBitmap> users = new HashMap<>();

    /** @param numbers of the users of those that are put in */
    SessionSums(List<CountedSession> sessions, Map<Long, Integer> numbers) {
        for (var session : sessions) {
            add(Key.day(session.day()), session.tally());
            session.values().forEach((by, value) -> {
                var key = new Key(by.kind(), session.day(), KeyHash.uuid(value));
                values.put(key, value);
                add(key, session.tally());
            });
            if (!session.isTakenOut() && session.userKey() != null) {
                users.computeIfAbsent(session.day(), any -> new RoaringBitmap()).add(numbers.get(session.userKey()));
            }
        }
    }

    private void add(Key key, Tally tally) {
        tallies.merge(key, tally, Tally::plus);
    }

    Map<Key, Tally> tallies() {
        return tallies;
    }

    /** Null for the day alone. */
    String value(Key key) {
        return values.get(key);
    }

    /** Of those that are put in. */
    RoaringBitmap users(LocalDate day) {
        return users.getOrDefault(day, new RoaringBitmap());
    }
}
