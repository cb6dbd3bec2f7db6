package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import io.groundswell.generation.Draft;
import io.groundswell.generation.Providers;
import io.groundswell.generation.Route;
import io.groundswell.generation.Usage;
import io.groundswell.generation.Writer;
import io.groundswell.generation.WritingBrief;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has the words of an item written. They are kept in the transaction that books their cost, so nobody pays for them twice. */
@ApplicationScoped
class ItemWriter {
    private final Ledger ledger;
    private final Providers providers;
    private final WrittenDrafts drafts;
    private final PaidCalls calls;

    ItemWriter(Ledger ledger, Providers providers, WrittenDrafts drafts, PaidCalls calls) {
        this.ledger = ledger;
        this.providers = providers;
        this.drafts = drafts;
        this.calls = calls;
    }

    /** What was asked for and what came of it. */
    record Written(WritingBrief brief, Draft draft) {}

    /** Answers with the words of an earlier try when its worker got no further than that. */
    Written write(ItemOrder order, int attempt) {
        var writer = providers.writer(order.owner(), order.givenUp());
        var ready = ready(order, writer, attempt);
        return new Written(ready.brief(), ready.kept().orElseGet(() -> pay(order, writer, ready.brief())));
    }

    private record Ready(WritingBrief brief, Optional<Draft> kept) {}

    private Ready ready(ItemOrder order, Writer writer, int attempt) {
        return order.guarded(mission -> {
            var brief = order.brief(mission, attempt);
            var kept = drafts.of(brief.reference());
            if (kept.isEmpty()) {
                var call = new Spending.Call(brief.reference(), writer.provider(), "llm", writer.estimateCents(brief));
                ledger.reserve(Spending.on(mission, order.jobId(), Stage.CONTENT, order.contentId(), call));
            }
            return new Ready(brief, kept);
        });
    }

    private Draft pay(ItemOrder order, Writer writer, WritingBrief brief) {
        var route = new Route(Usage.Kind.LLM, writer.provider());
        var line = new PaidCalls.Line(order.owner(), brief.reference(), route);
        var draft = calls.make(line, order::renew, () -> writer.write(brief));
        // Not under the order's hold: the money is spent, even when the mission ended while the call ran.
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.settle(order.owner(), brief.reference(), Spending.receipt(draft.usage()));
            drafts.keep(order, brief.reference(), draft);
        });
        return draft;
    }
}
