package io.groundswell.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Files of content, metrics and costs. */
@ConfigMapping(prefix = "groundswell.export")
public interface ExportConfig {
    /** How long a finished export can be downloaded. */
    @WithDefault("24H")
    Duration retention();

    /** Most rows in one export. */
    @WithDefault("1000000")
    int maxRows();

    /** Most bytes in one export, before compression. */
    @WithDefault("268435456")
    long maxBytes();

    /** Most compressed bytes of unexpired exports per organization and mode; beyond that, new exports are refused, and those in the making fail. */
    @WithDefault("1073741824")
    long maxKeptBytes();

    /**
     * Sender address of mails with finished exports, such as {@code reports@example.com}. Without it, {@code email_to} is
     * refused. Set the mail server with {@code quarkus.mailer.host} and the other {@code quarkus.mailer} keys.
     */
    Optional<String> mailFrom();
}
