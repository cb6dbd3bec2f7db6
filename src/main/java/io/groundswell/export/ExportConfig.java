package io.groundswell.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Files of content, metrics and costs. */
@ConfigMapping(prefix = "groundswell.export")
public interface ExportConfig {
    /** How long a finished file can be fetched. */
    @WithDefault("24H")
    Duration retention();

    /** The most rows of one export. */
    @WithDefault("1000000")
    int maxRows();

    /** The most bytes of one export, before compression. */
    @WithDefault("268435456")
    long maxBytes();

    /** Bytes, compressed, of files that an organization may keep in each mode before it has to wait for some to expire. */
    @WithDefault("1073741824")
    long maxKeptBytes();

    /**
     * The sender of mails with finished exports, such as {@code reports@example.com}. Without it {@code email_to} is
     * refused. The mail server is that of {@code quarkus.mailer.host} and the keys beside it.
     */
    Optional<String> mailFrom();
}
