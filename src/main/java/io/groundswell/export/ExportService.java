package io.groundswell.export;

import io.groundswell.mission.MissionError;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Takes orders, and tells what has become of them. */
@ApplicationScoped
public class ExportService {
    /** Up to so many rows are made while the caller waits, unless that takes too long. */
    static final int SMALL = 10_000;

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

    /** A small one that nobody has to be sent is made at once; the others are made by and by. */
    @Transactional
    public Export order(Caller caller, ExportOrder order) {
        var owner = caller.owner();
        mail.check(order.emailTo());
        requireOwn(owner, order);
        requireRoom(owner);
        var rows = selection.count(owner, order, SMALL);
        var export = export(owner, order, rows > SMALL ? null : rows);
        var claim = PublicId.random(16);
        exports.add(export, caller.userId(), claim);
        if (rows <= SMALL && order.emailTo() == null) {
            makeNow(export.id(), claim);
        }
        claims.giveBack(export.id(), claim, clock.instant());
        return exports.require(owner, export.id());
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

    /** What is not made when patience ends is left to the round, which goes on from there. */
    private void makeNow(String id, String claim) {
        var end = clock.instant().plus(PATIENCE);
        var more = true;
        while (more && clock.instant().isBefore(end)) {
            more = maker.step(id, claim);
        }
    }

    @Transactional
    public Export get(Owner owner, String id) {
        return exports.require(owner, id);
    }
}
