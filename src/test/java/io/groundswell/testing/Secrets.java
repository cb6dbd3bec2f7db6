package io.groundswell.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Every secret that the tests use. There are thousands of them and many more lines to look through, so each is kept by its longest word:
 * a line is split once, and nearly all words of it lead to nothing.
 */
final class Secrets {
    /** What is shorter may be in a line by chance. */
    private static final int SHORTEST = 10;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W+");
    private static final Pattern SETTING = Pattern.compile(
            "(groundswell|quarkus\\.(datasource|mailer))\\.(.*[.-])?(password|secret|token|keys?)",
            Pattern.CASE_INSENSITIVE);
    /** The names of vault keys stand before them. */
    private static final Pattern BETWEEN_KEYS = Pattern.compile("[:,\\s]+");

    private static final Map<String, Set<String>> BY_WORD = new ConcurrentHashMap<>();

    private Secrets() {}

    /** @return the same, which from now on must be in no line */
    static String use(String secret) {
        if (secret.length() >= SHORTEST) {
            BETWEEN_WORDS
                    .splitAsStream(secret)
                    .max(Comparator.comparingInt(String::length))
                    .filter(word -> !word.isEmpty())
                    .ifPresent(word -> BY_WORD.computeIfAbsent(word, none -> ConcurrentHashMap.newKeySet())
                            .add(secret));
        }
        return secret;
    }

    /** What a server is configured with. */
    static void use(Config settings) {
        StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .forEach(name -> settings.getOptionalValue(name, String.class).ifPresent(value -> use(name, value)));
    }

    static void use(String setting, String value) {
        if (SETTING.matcher(setting).matches()) {
            use(value);
            Arrays.stream(BETWEEN_KEYS.split(value)).forEach(Secrets::use);
        }
    }

    static Optional<String> in(String line) {
        return BETWEEN_WORDS
                .splitAsStream(line)
                .flatMap(word -> BY_WORD.getOrDefault(word, Set.of()).stream())
                .filter(line::contains)
                .findAny();
    }
}
