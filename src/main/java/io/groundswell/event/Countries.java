package io.groundswell.event;

import com.maxmind.db.Reader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the country of an address. The address itself goes no further. */
@ApplicationScoped
class Countries {
    private final Optional<Reader> reader;

    Countries(EventConfig config) {
        this.reader = config.countryDatabase().map(Countries::open);
    }

    private static Reader open(Path file) {
        try {
            return new Reader(file.toFile());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "groundswell.event.country-database is no file in MaxMind's format that can be read: " + file, e);
        }
    }

    void onStart(@Observes StartupEvent start) {
        // To be there is enough: a file that cannot be read stops the start, and not the first event.
    }

    /** @param told by a proxy, which knows best; may be null */
    String of(String told, InetAddress address) {
        var code = ToldCountry.of(told).code();
        return code != null ? code : found(address);
    }

    private String found(InetAddress address) {
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
