package io.groundswell.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the server presents itself over HTTP. */
@ConfigMapping(prefix = "groundswell.wire")
public interface WireConfig {
    /** Origin under which clients reach the server, used in every address the server generates. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    String publicUrl();

    /**
     * Prefix of {@code doc_url} in errors; {@code #} and the code follow it. Default: {@code /docs/errors} under the public
     * URL, a page that the server has.
     */
    Optional<String> docUrl();

    /**
     * How long browsers are to ask this host in https only, when the public URL is https ({@code Strict-Transport-Security}). It holds for
     * all that the host serves, at any port; 0 says nothing.
     */
    @WithDefault("365D")
    Duration strictTransport();

    /** Largest request body, in bytes; one with snapshots of many videos and creators may have twice as much. */
    @WithDefault("1048576")
    int maxBodyBytes();

    /** Largest file that is brought in one request, in bytes. */
    @WithDefault("4294967296")
    long maxUploadBytes();

    /**
     * How long the body of a request may take to come, from when the server begins to read it. Of a file that is brought it is how long
     * its sender is waited for, in which each 8 KiB that come are worth another second.
     */
    @WithDefault("30S")
    Duration bodyTime();

    /** How long a request waits for another one with the same idempotency key before it is refused. */
    @WithDefault("8S")
    Duration idempotencyWait();

    /** How long an idempotency key and its answer are kept. */
    @WithDefault("24H")
    Duration idempotencyRetention();

    /** How many bytes the answers to the idempotency keys of an organization and mode may take before new keys are refused. */
    @WithDefault("1073741824")
    long idempotencyBytes();
}
