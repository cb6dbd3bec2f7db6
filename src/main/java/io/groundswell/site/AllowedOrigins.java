package io.groundswell.site;

import io.groundswell.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The browser origins whose pages may send events with a site's token.
 *
 * @param origins as browsers write them, in the order given; {@code *} alone for any
 */
public record AllowedOrigins(List<String> origins) {
    public static final int MOST = 20;

    private static final String EVERY = "*";
    public static final AllowedOrigins ANY = new AllowedOrigins(List.of(EVERY));

    public AllowedOrigins {
        origins = List.copyOf(origins);
    }

    /** @param text origins separated by commas, or {@code *} */
    public static AllowedOrigins parse(String text) {
        var read = new LinkedHashSet<String>();
        // One more part than may be, however many commas there are.
        for (var part : text.split(",", MOST + 1)) {
            var entry = part.strip();
            if (read.size() == MOST || entry.contains(",")) {
                throw invalid("allowed_origins: there may be at most %d", MOST);
            }
            if (entry.isEmpty()) {
                throw invalid("allowed_origins holds an empty entry; '*' allows every origin");
            }
            read.add(entry.equals(EVERY) ? EVERY : WebOrigin.require(entry));
        }
        if (read.contains(EVERY) && read.size() > 1) {
            throw invalid("allowed_origins: '*' allows every origin, so leave the others out");
        }
        return new AllowedOrigins(new ArrayList<>(read));
    }

    private static Refusal invalid(String message, Object... arguments) {
        return Refusal.on(SiteError.INVALID_ORIGINS, "allowed_origins", message, arguments);
    }

    public boolean isAny() {
        return origins.equals(ANY.origins);
    }

    /** @param origin what the request's {@code Origin} says, or null: then it is no browser, and passes */
    public boolean allows(String origin) {
        return origin == null
                || isAny()
                || origins.contains(origin)
                || WebOrigin.read(origin).filter(origins::contains).isPresent();
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return String.join(",", origins);
    }
}
