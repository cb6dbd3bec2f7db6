package io.groundswell.pipeline;

import io.groundswell.content.ContentRules;
import io.groundswell.cost.Ledger;
import io.groundswell.generation.ExcludedTopics;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.Illustrator;
import io.groundswell.generation.MediaStore;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.Providers;
import io.groundswell.generation.Route;
import io.groundswell.generation.Usage;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has one item written and illustrated. Money is reserved before each call, and each call is made in no transaction. */
@ApplicationScoped
class ItemMaker {
    private static final Logger LOG = Logger.getLogger(ItemMaker.class);
    /** The first, and the rewritings of one that touches an excluded topic or does not fit its platform. */
    static final int ATTEMPTS = 3;

    private final ItemWriter writer;
    private final WrittenDrafts drafts;
    private final Ledger ledger;
    private final Providers providers;
    private final PaidCalls calls;
    private final MediaStore media;
    private final ContentRules rules;

    ItemMaker(
            ItemWriter writer,
            WrittenDrafts drafts,
            Ledger ledger,
            Providers providers,
            PaidCalls calls,
            MediaStore media,
            ContentRules rules) {
        this.writer = writer;
        this.drafts = drafts;
        this.ledger = ledger;
        this.providers = providers;
        this.calls = calls;
        this.media = media;
        this.rules = rules;
    }

    /**
     * Words that touch an excluded topic, and items that do not fit their platform, are written anew twice. Empty when
     * the last words touched an excluded topic still.
     */
    Optional<MadeItem> make(ItemOrder order) {
        List<Violation> faults = List.of();
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var written = writer.write(order, attempt);
            var excluded = new ExcludedTopics(written.brief().excludedTopics())
                    .in(written.draft().topic(), written.draft().copy());
            if (excluded.isPresent()) {
                LOG.infof("Item %s touches '%s' (attempt %d)", order.contentId(), excluded.get(), attempt);
                faults = List.of();
                continue;
            }
            var made = illustrate(order, written);
            faults = faults(written, made);
            if (faults.isEmpty()) {
                return Optional.of(made);
            }
            LOG.infof(
                    "Item %s: %s (attempt %d)", order.contentId(), faults.get(0).message(), attempt);
        }
        faults.stream().findFirst().ifPresent(fault -> {
            throw ProviderFailure.permanent("The item does not fit its platform: " + fault.message());
        });
        return Optional.empty();
    }

    private MadeItem illustrate(ItemOrder order, ItemWriter.Written written) {
        var illustrator = providers.illustrator(order.owner(), written.brief().type(), order.givenUp());
        var brief = Briefs.illustration(written.brief(), written.draft().copy());
        reserve(order, illustrator, brief);
        var route = new Route(Usage.Kind.IMAGE, illustrator.provider());
        var line = new PaidCalls.Line(order.owner(), brief.reference(), route);
        var gallery = calls.make(line, order::renew, () -> illustrator.illustrate(brief));
        // Not under the order's hold, as with the words.
        ledger.settle(order.owner(), brief.reference(), Spending.receipt(gallery.usage()));
        return new MadeItem(written.draft(), gallery.usage(), media.place(gallery.illustrations()));
    }

    private void reserve(ItemOrder order, Illustrator illustrator, IllustrationBrief brief) {
        var call =
                new Spending.Call(brief.reference(), illustrator.provider(), "image", illustrator.estimateCents(brief));
        order.guarded(mission -> {
            ledger.reserve(Spending.on(mission, order.jobId(), Stage.CONTENT, order.contentId(), call));
            return null;
        });
    }

    private List<Violation> faults(ItemWriter.Written written, MadeItem made) {
        var writing = written.brief();
        return rules.violations(writing.platform(), writing.type(), made.draft().copy(), made.visuals());
    }

    /** Puts an item's visuals beside it, in the transaction that stores the item. */
    void keep(Owner owner, String contentId, MadeItem made) {
        media.store(owner, contentId, made.placed());
        drafts.forget(contentId);
    }
}
