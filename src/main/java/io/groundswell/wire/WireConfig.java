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
     * Page that {@code doc_url} in errors links to, without {@code #} and the code. Default: {@code /docs/errors} under
     * {@code groundswell.wire.public-url}, which the server serves itself.
     */
    Optional<String> docUrl();

    /**
     * Lifetime of {@code Strict-Transport-Security}, sent when the public URL is https: browsers then use https only, for
     * everything on this host, at any port. 0 sends no such header.
     */
    @WithDefault("365D")
    Duration strictTransport();

    /** Largest request body, in bytes; twice as much for snapshots of many videos and creators. */
    @WithDefault("1048576")
    int maxBodyBytes();

    /** Largest file uploaded in one request, in bytes. */
    @WithDefault("4294967296")
    long maxUploadBytes();

    /**
     * How long a request body may take to arrive, from when the server begins to read it. For an uploaded file, only waiting
     * for it counts, and each 8 KiB that arrive give back a second.
     */
    @WithDefault("30S")
    Duration bodyTime();

    /** How long a request waits for another one with the same idempotency key before it is refused. */
    @WithDefault("8S")
    Duration idempotencyWait();

    /** How long an idempotency key and the stored answer are kept. */
    @WithDefault("24H")
    Duration idempotencyRetention();

    /** Most bytes of stored answers to idempotency keys per organization and mode; beyond that, new keys are refused. */
    @WithDefault("1073741824")
    long idempotencyBytes();
}
