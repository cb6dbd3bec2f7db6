package io.groundswell.health;

import io.groundswell.database.DatabaseChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** How the database is reached, as its settings tell. */
final class DatabaseWay {
    static final String ADDRESS = DatabaseChoice.ADDRESS;
    private static final String ADDED = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+).*");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    private DatabaseWay() {}

    /** Whether others on the network between may read along. */
    static boolean isOpen(Config config) {
        var address = config.getOptionalValue(ADDRESS, String.class).orElse("");
        return isElsewhere(address) && !isEncrypted(config, address);
    }

    private static boolean isElsewhere(String address) {
        var hosts = HOSTS.matcher(address);
        return hosts.matches()
                && Arrays.stream(hosts.group(1).split(","))
                        .map(host -> PORT.matcher(host).replaceFirst(""))
                        .anyMatch(host -> !UnsafeSettings.THIS_MACHINE.contains(host));
    }

    private static boolean isEncrypted(Config config, String address) {
        return option(config, address, "sslmode")
                .map(mode -> ENCRYPTED.contains(mode.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> option(config, address, "ssl")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent());
    }

    private static Optional<String> option(Config config, String address, String name) {
        var inAddress = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        return inAddress.find() ? Optional.of(inAddress.group(1)) : config.getOptionalValue(ADDED + name, String.class);
    }
}
