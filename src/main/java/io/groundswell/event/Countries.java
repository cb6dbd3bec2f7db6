package io.groundswell.event;

import com.maxmind.db.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the country of an address. The address itself goes no further. */
@ApplicationScoped
class Countries {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    /** What proxies say when they do not know. */
    private static final String UNKNOWN = "XX";

    private final Optional<Reader> reader;

    Countries(EventConfig config) {
        this.reader = config.countryDatabase().map(Countries::open);
    }

    private static Reader open(Path file) {
        try {
            return new Reader(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The database of countries cannot be read: " + file, e);
        }
    }

    /** @param told by a proxy, which knows best; may be null */
    String of(String told, InetAddress address) {
        var code = told == null ? "" : told.strip().toUpperCase(Locale.ROOT);
        if (CODE.matcher(code).matches() && !code.equals(UNKNOWN)) {
            return code;
        }
        return reader.map(database -> find(database, address)).orElse(null);
    }

    private static String find(Reader database, InetAddress address) {
        try {
            var found = database.get(address, Map.class);
            return found != null
                            && found.get("country") instanceof Map<?, ?> country
                            && country.get("iso_code") instanceof String code
                    ? code
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
