package io.groundswell.export;

import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.FairShare;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens finished exports: for their owner, and for whoever has a signed address. */
@ApplicationScoped
public class Downloads {
    static final int OF_AN_OWNER = 4;
    private static final int IN_ALL = 32;
    private static final Duration WAIT = Duration.ofSeconds(5);

    /** Each download holds a thread for as long as its client takes to read. */
    private final FairShare places = new FairShare(IN_ALL, OF_AN_OWNER);

    private final Exports exports;
    private final Chunks chunks;
    private final DownloadLinks links;
    private final OrganizationService organizations;
    private final Clock clock;

    Downloads(Exports exports, Chunks chunks, DownloadLinks links, OrganizationService organizations, Clock clock) {
        this.exports = exports;
        this.chunks = chunks;
        this.links = links;
        this.organizations = organizations;
        this.clock = clock;
    }

    public ExportFile open(Owner owner, String id) {
        return open(exports.require(owner, id));
    }

    /** A signature that is none, or no more, opens as little as an export that does not exist. */
    public ExportFile open(String id, String expires, String signature) {
        if (!links.isGood(id, expires, signature, clock.instant())) {
            throw Exports.notFound();
        }
        var export = exports.require(id);
        var organization = organizations.get(export.owner().organizationId());
        if (organization.status() != Organization.Status.ACTIVE) {
            throw Exports.notFound();
        }
        return open(export);
    }

    private ExportFile open(Export export) {
        if (export.isOver(clock.instant())) {
            throw Exports.notFound();
        }
        if (export.status() == ExportStatus.FAILED) {
            throw Refusal.of(ExportError.EXPORT_NOT_MADE, "%s", export.failure().reason());
        }
        if (export.status() == ExportStatus.PROCESSING) {
            throw Refusal.of(
                    ExportError.EXPORT_NOT_MADE,
                    "This export is still being made. Ask for its status until it is completed");
        }
        return new ExportFile(export, number -> chunks.read(export.id(), number), take(export.owner()));
    }

    /** Room for one download, which is given back by running this, once or more often. */
    Runnable take(Owner owner) {
        var sharer = owner.organizationId() + ":" + owner.mode();
        if (!places.enter(sharer)) {
            throw Refusal.later(
                    ExportError.TOO_MANY_DOWNLOADS, WAIT, "Too many downloads at once. Try again in a few seconds");
        }
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                places.leave(sharer);
            }
        };
    }
}
