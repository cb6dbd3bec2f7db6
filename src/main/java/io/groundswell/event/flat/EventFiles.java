package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.event.Event;
import io.groundswell.event.EventError;
import io.groundswell.event.EventService;
import io.groundswell.event.flat.FileLines.Line;
import io.groundswell.file.FilePlaces;
import io.groundswell.file.PlaceWanted;
import io.groundswell.shared.Refusal;
import io.groundswell.site.KeptDays;
import io.groundswell.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Takes files of past events, some hundred events at a time, each of them as durable as an event that is told. */
@ApplicationScoped
class EventFiles {
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 1 << 20;
    /** Lines of one name are told apart by their numbers. */
    private static final String GO_ON =
            "Send the same file again, or what is left of it under another name, a CSV with its first line";
    /** Before this nobody measured sites. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    /** Those who tell events as they happen go first. */
    private static final Duration GIVE_WAY = Duration.ofMillis(200);

    private static final int MOST_WAITS = 150;

    private final EventService events;
    private final OrganizationService organizations;
    private final LineReader reader;
    private final ObjectMapper json;
    private final Clock clock;
    private final FilePlaces places;

    EventFiles(
            EventService events,
            OrganizationService organizations,
            LineReader reader,
            ObjectMapper json,
            Clock clock,
            FilePlaces places) {
        this.events = events;
        this.organizations = organizations;
        this.reader = reader;
        this.json = json;
        this.clock = clock;
        this.places = places;
    }

    FileReport read(Site site, String name, InputStream file) throws IOException {
        var report = new FileReport();
        try (var place = places.enter(site.organizationId(), EventError.OVERLOADED)) {
            var past = new PastEvents(json, name, oldest(site), clock.instant());
            read(site, FileLines.of(place.read(file), reader), past, report);
            return report;
        } catch (PlaceWanted wanted) {
            throw wanted.at(report.last(), report.accepted(), report.refused(), EventError.OVERLOADED, GO_ON);
        }
    }

    /** What the plan would delete again is not taken. */
    private LocalDate oldest(Site site) {
        var days = organizations.get(site.organizationId()).granted(Limit.SITE_RETENTION_DAYS);
        var kept = KeptDays.oldest(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), days);
        return kept.isBefore(FIRST_DAY) ? FIRST_DAY : kept;
    }

    private void read(Site site, FileLines lines, PastEvents past, FileReport report) throws IOException {
        var batch = new ArrayList<Event>();
        long bytes = 0;
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                report.reach(line.number());
                var read = line.fault() == null ? past.read(line) : new PastEvents.Past(null, line.fault());
                if (read.fault() == null) {
                    batch.add(read.event());
                    bytes += line.text().length();
                } else if (lines.isBroken()) {
                    report.breakOff(Line.unreadable(line.number(), read.fault()));
                } else {
                    report.refuse(Line.unreadable(line.number(), read.fault()));
                }
                if (batch.size() == BATCH || bytes > BATCH_BYTES) {
                    take(site, batch, bytes, report);
                    bytes = 0;
                }
            }
        } catch (PlaceWanted wanted) {
            take(site, batch, bytes, report);
            throw wanted;
        }
        take(site, batch, bytes, report);
    }

    private void take(Site site, List<Event> batch, long bytes, FileReport report) {
        if (!batch.isEmpty()) {
            fill(site, batch, bytes, report);
            batch.clear();
        }
    }

    /** Where the plan takes no more events, the first ones for which it has room. */
    private void fill(Site site, List<Event> some, long bytes, FileReport report) {
        try {
            record(site, some, bytes);
            report.accept(some.size());
        } catch (Refusal refusal) {
            if (refusal.code() != EventError.LIFETIME_EVENT_LIMIT) {
                throw refusal;
            }
            if (some.size() == 1) {
                throw Refusal.of(
                        EventError.LIFETIME_EVENT_LIMIT,
                        "%s. %,d lines of the file are taken; once there is room, send the same file again",
                        refusal.getMessage(),
                        report.accepted());
            }
            var middle = some.size() / 2;
            fill(site, some.subList(0, middle), bytes / 2, report);
            fill(site, some.subList(middle, some.size()), bytes / 2, report);
        }
    }

    private void record(Site site, List<Event> some, long bytes) {
        for (var waits = 0; ; waits++) {
            try {
                events.recordPast(site.token(), some, bytes)
                        .toCompletableFuture()
                        .join();
                return;
            } catch (CompletionException | Refusal failure) {
                var cause = failure.getCause() instanceof RuntimeException told ? told : failure;
                if (waits == MOST_WAITS || !isBusy(cause)) {
                    throw cause;
                }
                giveWay();
            }
        }
    }

    private static boolean isBusy(RuntimeException failure) {
        return failure instanceof Refusal refusal && refusal.code() == EventError.OVERLOADED;
    }

    private static void giveWay() {
        try {
            Thread.sleep(GIVE_WAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.later(EventError.OVERLOADED, Duration.ofSeconds(10), "The server stops. Send the file again");
        }
    }
}
