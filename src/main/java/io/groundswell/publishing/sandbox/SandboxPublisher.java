package io.groundswell.publishing.sandbox;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.Publisher;
import io.groundswell.publishing.SandboxConfig;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes nowhere, and behaves as a careful network does: it remembers every post by its reference, answers a repeat
 * with the first one's ids, and gives the same ids for the same reference on every server. Its book also counts how
 * often it was told to make a post: more than once is a post that a less careful network would have made twice.
 */
@ApplicationScoped
class SandboxPublisher implements Publisher {
    private static final Sql INSERT = Sql.text("""
            insert into sandbox_post (reference, organization_id, mode, platform, post_id, url, at)
            values (:reference, :organization, :mode, :platform, :post, :url, :at)
            on conflict (reference) do update set told = sandbox_post.told + 1
            returning post_id, url""");
    private static final Sql FIND = Sql.text("select post_id, url from sandbox_post where reference = :reference");

    private final AgroalDataSource database;
    private final SandboxConfig config;
    private final SandboxFaults faults;
    private final Clock clock;

    SandboxPublisher(AgroalDataSource database, SandboxConfig config, SandboxFaults faults, Clock clock) {
        this.database = database;
        this.config = config;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public String network() {
        return "sandbox";
    }

    @Override
    public Optional<String> account(Owner owner, Platform platform) {
        return owner.mode() == Mode.TEST || config.live() ? Optional.of(network()) : Optional.empty();
    }

    @Override
    public Published publish(Post post) {
        var fault = faults.next();
        if (fault.isPresent() && fault.get() != Fault.TIMEOUT_AFTER_ACTING) {
            throw SandboxFaults.failure(fault.get());
        }
        // A transaction of its own: what a network has posted stays posted, whatever becomes of its caller.
        var published = QuarkusTransaction.requiringNew().call(() -> remember(post));
        fault.ifPresent(late -> {
            throw SandboxFaults.failure(late);
        });
        return published;
    }

    private Published remember(Post post) {
        var id = postId(post.reference());
        return INSERT.first(
                        database,
                        Map.of(
                                "reference", post.reference(),
                                "organization", post.owner().organizationId(),
                                "mode", post.owner().mode(),
                                "platform", post.platform(),
                                "post", id,
                                "url", "https://sandbox.invalid/%s/%s".formatted(post.platform(), id),
                                "at", clock.instant()),
                        SandboxPublisher::published)
                .orElseThrow();
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(row.getString("post_id"), row.getString("url"), null);
    }

    /** Sixteen digits, as the networks' ids look. */
    private static String postId(String reference) {
        var hash = ByteBuffer.wrap(Sha256.of(reference)).getLong();
        return "%016d".formatted(Math.floorMod(hash, 10_000_000_000_000_000L));
    }

    @Override
    public Optional<Published> find(Post post) {
        faults.nextLookUp().ifPresent(fault -> {
            throw SandboxFaults.failure(fault);
        });
        return FIND.first(database, Map.of("reference", post.reference()), SandboxPublisher::published);
    }
}
