package io.groundswell.site;

import java.time.LocalDate;

/**
 * A site that somebody asks about, as it is at the moment of the question.
 *
 * @param number stands for it in the rows of its events
 * @param events that it ever had, which is the {@code seq} of the last one
 * @param today in UTC
 * @param oldest day that its organization's plan lets be seen
 */
public record AskedSite(String id, long number, String name, long events, LocalDate today, LocalDate oldest) {
    /** All days since this one, as far as they may be seen. */
    public Window since(LocalDate from) {
        return Window.since(from).notBefore(oldest);
    }

    /** @param until the first day that is left out */
    public Window between(LocalDate from, LocalDate until) {
        return new Window(from, until).notBefore(oldest);
    }

    /** All days that may be seen. */
    public Window everything() {
        return Window.since(oldest);
    }
}
