package io.groundswell.export;

import io.groundswell.outbound.EventLoop;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the recipient of an export is told, and how. Nothing in it but the address comes from a caller. */
@ApplicationScoped
class ExportMail {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READY = """
            %s is ready:

            %s

            The link works without a login until %s. Whoever has it gets the file, so keep it to yourself.
            """;
    private static final String FAILED = """
            %s could not be made.

            %s.
            """;

    private final ReactiveMailer mailer;
    private final EventLoop eventLoop;
    private final DownloadLinks links;
    private final ExportConfig config;
    private final String host;

    ExportMail(
            ReactiveMailer mailer,
            EventLoop eventLoop,
            DownloadLinks links,
            ExportConfig config,
            @ConfigProperty(name = "groundswell.wire.public-url") String publicUrl) {
        this.mailer = mailer;
        this.eventLoop = eventLoop;
        this.links = links;
        this.config = config;
        this.host = URI.create(publicUrl).getHost();
    }

    /** Returns once the mail server has taken it. A repeat carries the same Message-ID, by which it is known to be one. */
    void send(Export export) {
        Uni.createFrom()
                .deferred(() -> mailer.send(mail(export)))
                .runSubscriptionOn(eventLoop)
                .await()
                .atMost(PATIENCE);
    }

    private Mail mail(Export export) {
        var failed = export.failure() != null;
        return Mail.withText(
                        export.order().emailTo(),
                        failed ? "Your export could not be made" : "Your export is ready",
                        failed ? failed(export) : ready(export))
                .setFrom(config.mailFrom()
                        .orElseThrow(() -> new IllegalStateException(
                                "groundswell.export.mail-from is not set on this instance, which takes mails of all")))
                .addHeader("Message-ID", "<%s@%s>".formatted(export.id(), host))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String ready(Export export) {
        return READY.formatted(
                subject(export), links.of(export), export.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String failed(Export export) {
        return FAILED.formatted(subject(export), export.failure().reason());
    }

    private static String subject(Export export) {
        var order = export.order();
        return "The export of %s from %s to %s that you were to get"
                .formatted(
                        order.sections().stream().map(Section::toString).collect(Collectors.joining(", ")),
                        order.period().start(),
                        order.period().end());
    }
}
