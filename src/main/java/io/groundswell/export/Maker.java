package io.groundswell.export;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes exports in steps. Each reads on behind the last row that is written, writes one chunk, and notes how far it came, in
 * one commit: whoever goes on after a crash doubles nothing and leaves nothing out.
 */
@ApplicationScoped
class Maker {
    private static final int MOST_ROWS = 5_000;

    private final Exports exports;
    private final Claims claims;
    private final Outcomes outcomes;
    private final Chunks chunks;
    private final Selection selection;
    private final Map<ExportFormat, ExportText> texts = new EnumMap<>(ExportFormat.class);
    private final ExportConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Maker(
            Exports exports,
            Claims claims,
            Outcomes outcomes,
            Chunks chunks,
            Selection selection,
            @All List<ExportText> texts,
            ExportConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.exports = exports;
        this.claims = claims;
        this.outcomes = outcomes;
        this.chunks = chunks;
        this.selection = selection;
        texts.forEach(text -> this.texts.put(text.format(), text));
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** Does one step, if the claim is still good; says whether another one follows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean step(String id, String claim) {
        return claims.hold(id, claim).map(this::step).orElse(false);
    }

    private boolean step(Export export) {
        var progress = export.progress();
        var next = progress.rowsTotal() == null
                ? progress.counted(selection.count(export.owner(), export.order(), config.maxRows()))
                : written(export, progress);
        if (isTooMuch(next)) {
            fail(export, tooMuch());
            return false;
        }
        outcomes.advance(export.id(), next, clock.instant());
        if (exports.kept(export.owner(), clock.instant()).bytes() > config.maxKeptBytes()) {
            fail(export, tooMuchKept());
            return false;
        }
        if (next.section() == null) {
            end(export, null);
        }
        return next.section() != null;
    }

    /** Rows may have come after they were counted. */
    private boolean isTooMuch(Progress progress) {
        return Math.max(progress.rowsTotal(), progress.rows()) > config.maxRows()
                || progress.bytes() > config.maxBytes();
    }

    private Failure tooMuch() {
        return new Failure(
                "too_large",
                "An export has at most %,d rows and %,d bytes. Ask for a shorter period, fewer missions, or one of %s at a time"
                        .formatted(config.maxRows(), config.maxBytes(), List.of(Section.values())));
    }

    private Failure tooMuchKept() {
        return new Failure(
                "too_much_kept",
                "All exports together take at most %,d bytes. Wait until one expires, and ask again"
                        .formatted(config.maxKeptBytes()));
    }

    private Progress written(Export export, Progress progress) {
        var order = export.order();
        var section = progress.section();
        var rows = new Gathering(texts.get(order.format()), progress);
        var next = section;
        var after = progress.after();
        if (selection.read(export.owner(), order, section, after, MOST_ROWS, rows)) {
            next = order.after(section);
            rows.end(next == null);
            after = next == null ? rows.last() : next.start();
        } else {
            after = rows.last();
        }
        var bytes = rows.bytes();
        var stored = chunks.add(export.id(), progress.chunks() + 1, section, bytes);
        return progress.plus(next, after, rows.count(), bytes.length, stored);
    }

    /** Ends it without a file. */
    void fail(Export export, Failure failure) {
        chunks.forget(export.id());
        outcomes.advance(
                export.id(), Progress.start(export.order(), export.progress().rowsTotal()), clock.instant());
        end(export, failure);
    }

    private void end(Export export, Failure failure) {
        var now = clock.instant();
        outcomes.end(export.id(), failure, now, failure == null ? now.plus(config.retention()) : null);
        meters.counter("groundswell.export.ended", "outcome", failure == null ? "completed" : failure.code())
                .increment();
    }
}
