package io.groundswell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Defaults: of our settings as docs/configuration.md has them from the code, of the framework's as application.properties sets them. */
final class Settings {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(groundswell[^`]+)` \\| [^|]* \\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern PROPERTY = Pattern.compile("^(quarkus[^=]+)=(.+)$", Pattern.MULTILINE);
    private static final Pattern TIME = Pattern.compile("(?:PT)?([\\d.]+)([SMHD])");
    private static final Map<String, Long> MILLIS =
            Map.of("S", 1_000L, "M", 60_000L, "H", 3_600_000L, "D", 86_400_000L);

    private final Map<String, String> defaults = new TreeMap<>();

    Settings() {
        read(ROW, "docs/configuration.md");
        read(PROPERTY, "src/main/resources/application.properties");
    }

    private void read(Pattern pattern, String file) {
        try {
            pattern.matcher(Files.readString(Path.of(file)))
                    .results()
                    .forEach(found -> defaults.put(found.group(1), found.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param before the one that was named before, which may be told in part by {@code …} */
    Optional<String> find(String named, String before) {
        if (!named.startsWith("…")) {
            return Optional.of(named).filter(defaults::containsKey);
        }
        var rest = named.substring(1);
        return Optional.of(before + rest)
                .filter(defaults::containsKey)
                .or(() -> Optional.of(before.replaceFirst("[^.]*$", "") + rest).filter(defaults::containsKey));
    }

    Value value(String key) {
        var text = defaults.get(key);
        var time = TIME.matcher(text);
        return new Value(
                key,
                time.matches()
                        ? Duration.ofMillis(Math.round(Double.parseDouble(time.group(1)) * MILLIS.get(time.group(2))))
                        : text);
    }
}
