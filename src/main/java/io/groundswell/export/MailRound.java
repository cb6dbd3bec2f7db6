package io.groundswell.export;

import io.groundswell.shared.PublicId;
import io.groundswell.work.Round;
import io.groundswell.work.Stopping;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is made to those who were to get it. A mail that was taken while its sender died is sent once more, under the
 * same Message-ID; none is left out. In a tick it comes after the making.
 */
@ApplicationScoped
@Priority(-1)
class MailRound implements Round {
    private static final Logger LOG = Logger.getLogger(MailRound.class);

    private final Claims claims;
    private final Outcomes outcomes;
    private final ExportMail mail;
    private final MeterRegistry meters;
    private final Stopping stopping;
    private final Clock clock;

    MailRound(Claims claims, Outcomes outcomes, ExportMail mail, MeterRegistry meters, Stopping stopping, Clock clock) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.mail = mail;
        this.meters = meters;
        this.stopping = stopping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "export_mails";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run(Instant deadline) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        var tries = 0;
        while (mayGoOn.getAsBoolean()) {
            var claim = PublicId.random(16);
            var export = claim(claim);
            if (export.isEmpty()) {
                break;
            }
            attempt(export.get(), claim);
            tries++;
        }
        return tries;
    }

    /** Committed before anything is sent. */
    private Optional<Export> claim(String claim) {
        return QuarkusTransaction.requiringNew().call(() -> claims.take(Work.MAIL, claim, clock.instant()));
    }

    private void attempt(Export export, String claim) {
        if (MailSchedule.isOver(export.attempts() - 1) || export.isOver(clock.instant())) {
            settle(export, claim, MailStatus.FAILED);
            return;
        }
        try {
            mail.send(export);
        } catch (RuntimeException e) {
            LOG.warnf("Mail for export %s was not sent: %s", export.id(), e.getMessage());
            postpone(export, claim);
            return;
        }
        settle(export, claim, MailStatus.SENT);
    }

    private void postpone(Export export, String claim) {
        meters.counter("groundswell.export.mails", "outcome", "postponed").increment();
        if (MailSchedule.isOver(export.attempts())) {
            settle(export, claim, MailStatus.FAILED);
        } else {
            var due = MailSchedule.next(export.attempts(), clock.instant());
            QuarkusTransaction.requiringNew().run(() -> claims.giveBack(export.id(), claim, due));
        }
    }

    private void settle(Export export, String claim, MailStatus status) {
        var settled = QuarkusTransaction.requiringNew().call(() -> outcomes.mailed(export.id(), claim, status));
        if (settled) {
            meters.counter("groundswell.export.mails", "outcome", status.toString())
                    .increment();
        } else {
            LOG.warnf("The claim on the mail for export %s ran out before it was settled", export.id());
        }
    }
}
