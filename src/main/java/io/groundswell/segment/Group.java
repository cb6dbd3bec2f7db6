package io.groundswell.segment;

import java.util.HashSet;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** What the events of a group come to. */
public final class Group {
    /** With its place among the others, and in what is answered. */
    private static final int BYTES = 400;

    private static final int BYTES_OF_NEWCOMER = 60;

    private final RoaringBitmap users = new RoaringBitmap();
    /** The keys of those who have no numbers yet. Null before there is one, as sessions are: there may be very many groups. */
    private Set<Long> newcomers;

    private LongIndex sessions;
    private long events;

    Group() {}

    void add(long more) {
        events += more;
    }

    /** Puts the events of another group to these. */
    public void add(Group other) {
        events += other.events;
        users.or(other.users);
        if (other.newcomers != null) {
            other.newcomers.forEach(this::addNewcomer);
        }
        if (other.sessions != null) {
            other.sessions.each(this::addSession);
        }
    }

    void addUser(int number) {
        users.add(number);
    }

    void addNewcomer(long key) {
        if (newcomers == null) {
            newcomers = new HashSet<>();
        }
        newcomers.add(key);
    }

    void addSession(long key) {
        if (sessions == null) {
            sessions = new LongIndex();
        }
        sessions.place(key);
    }

    public long events() {
        return events;
    }

    public long users() {
        return users.getLongCardinality() + (newcomers == null ? 0 : newcomers.size());
    }

    public long sessions() {
        return sessions == null ? 0 : sessions.size();
    }

    /** That it takes up, about. */
    long bytes() {
        return BYTES
                + users.getLongSizeInBytes()
                + (sessions == null ? 0 : sessions.bytes())
                + (newcomers == null ? 0 : (long) BYTES_OF_NEWCOMER * newcomers.size());
    }
}
