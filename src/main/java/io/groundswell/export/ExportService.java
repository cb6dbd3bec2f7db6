package io.groundswell.export;

import io.groundswell.mission.MissionError;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Takes orders, and tells what has become of them. */
@ApplicationScoped
public class ExportService {
    /** Up to so many rows are made while the caller waits, unless that takes too long. */
    static final int SMALL = 10_000;

    private static final Logger LOG = Logger.getLogger(ExportService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Exports exports;
    private final Claims claims;
    private final Selection selection;
    private final Maker maker;
    private final MailAddress mail;
    private final ExportConfig config;
    private final Clock clock;

    ExportService(
            Exports exports,
            Claims claims,
            Selection selection,
            Maker maker,
            MailAddress mail,
            ExportConfig config,
            Clock clock) {
        this.exports = exports;
        this.claims = claims;
        this.selection = selection;
        this.maker = maker;
        this.mail = mail;
        this.config = config;
        this.clock = clock;
    }

    /** @param claim by which it can be {@link #make made} at once; null when it is made by and by */
    public record Ordered(Export export, @Nullable String claim) {}

    /** A small one that nobody has to be sent is kept for the caller to wait for; the others are made by and by. */
    @Transactional
    public Ordered order(Caller caller, ExportOrder order) {
        var owner = caller.owner();
        mail.check(order.emailTo());
        requireOwn(owner, order);
        requireRoom(owner);
        var rows = selection.count(owner, order, SMALL);
        var export = export(owner, order, rows > SMALL ? null : rows);
        var claim = PublicId.random(16);
        exports.add(export, caller.userId(), claim);
        if (rows <= SMALL && order.emailTo() == null) {
            return new Ordered(export, claim);
        }
        claims.giveBack(export.id(), claim, clock.instant());
        return new Ordered(export, null);
    }

    private void requireOwn(Owner owner, ExportOrder order) {
        var strange = selection.strangeMission(owner, order);
        if (strange != null) {
            throw Refusal.on(MissionError.MISSION_NOT_FOUND, "mission_ids", "No such mission: %s", strange);
        }
    }

    private void requireRoom(Owner owner) {
        var kept = exports.kept(owner, clock.instant());
        if (kept.bytes() >= config.maxKeptBytes()) {
            throw Refusal.of(
                    ExportError.TOO_MUCH_KEPT,
                    "Your exports take %,d bytes, and %,d are allowed. Wait until one expires%s",
                    kept.bytes(),
                    config.maxKeptBytes(),
                    kept.next() == null ? "" : ": the next one does at " + kept.next());
        }
    }

    private Export export(Owner owner, ExportOrder order, Long rows) {
        return new Export(
                PublicId.next(Export.ID_PREFIX),
                owner,
                order,
                ExportStatus.PROCESSING,
                null,
                Progress.start(order, rows),
                order.emailTo() == null ? null : MailStatus.PENDING,
                0,
                clock.instant(),
                null);
    }

    /**
     * Makes one while its caller waits, each step in its own transaction, so that none is held for long. What is not made when patience
     * ends, or when something fails, is left to the round, which goes on from there.
     */
    public Export make(Ordered ordered) {
        var export = ordered.export();
        try {
            if (ordered.claim() != null) {
                makeNow(export.id(), ordered.claim());
                claims.giveBack(export.id(), ordered.claim(), clock.instant());
            }
            return exports.require(export.owner(), export.id());
        } catch (RuntimeException unexpected) {
            LOG.warnf("Export %s was not made while its caller waited: %s", export.id(), unexpected);
            return export;
        }
    }

    private void makeNow(String id, String claim) {
        var end = clock.instant().plus(PATIENCE);
        var more = true;
        while (more && clock.instant().isBefore(end)) {
            more = QuarkusTransaction.requiringNew().call(() -> maker.step(id, claim));
        }
    }

    @Transactional
    public Export get(Owner owner, String id) {
        return exports.require(owner, id);
    }
}
