package io.groundswell.event;

import java.time.Instant;
import java.util.Set;

/** What some events of one session come to. Events are added in the order in which they came. */
public final class SessionPart {
    /** What happens on a page without anybody doing anything. */
    public static final Set<String> PASSIVE = Set.of(
            "page_view", "$impression", "$scroll_depth", "$error", "$time_on_page", "$performance", "$web_vitals");

    private final long siteNumber;
    private final HashedId session;
    private HashedId user;
    private Instant start;
    private Instant end;
    private String entryPage;
    private String exitPage;
    private long events;
    private long interactive;

    SessionPart(long siteNumber, HashedId session) {
        this.siteNumber = siteNumber;
        this.session = session;
    }

    void add(Event event) {
        if (user == null) {
            user = event.user();
        }
        if (start == null || event.at().isBefore(start)) {
            start = event.at();
            entryPage = event.page();
        }
        if (end == null || !event.at().isBefore(end)) {
            end = event.at();
            exitPage = event.page();
        }
        events++;
        if (!PASSIVE.contains(event.name())) {
            interactive++;
        }
    }

    long siteNumber() {
        return siteNumber;
    }

    HashedId session() {
        return session;
    }

    HashedId user() {
        return user;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return end;
    }

    String entryPage() {
        return entryPage;
    }

    String exitPage() {
        return exitPage;
    }

    long events() {
        return events;
    }

    long interactive() {
        return interactive;
    }
}
