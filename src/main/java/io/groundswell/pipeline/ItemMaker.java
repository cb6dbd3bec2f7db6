package io.groundswell.pipeline;

import io.groundswell.content.ContentRules;
import io.groundswell.cost.Ledger;
import io.groundswell.cost.Purchase;
import io.groundswell.generation.Draft;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.MediaStore;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.Providers;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has one item written and illustrated. Money is reserved before each call, and each call is made in no transaction. */
@ApplicationScoped
class ItemMaker {
    private static final Logger LOG = Logger.getLogger(ItemMaker.class);
    private static final int REWRITES = 2;

    private final Ledger ledger;
    private final Providers providers;
    private final MediaStore media;
    private final ContentRules rules;

    ItemMaker(Ledger ledger, Providers providers, MediaStore media, ContentRules rules) {
        this.ledger = ledger;
        this.providers = providers;
        this.media = media;
        this.rules = rules;
    }

    /** Empty when every attempt touched an excluded topic; what the attempts cost is settled then. */
    Optional<MadeItem> make(ItemOrder order) {
        for (var attempt = 1; attempt <= 1 + REWRITES; attempt++) {
            var brief = reserveWriting(order, attempt);
            var draft = providers.writer(order.owner()).write(brief);
            var excluded = new ExcludedTopics(brief.excludedTopics()).in(draft.topic(), draft.copy());
            if (excluded.isEmpty()) {
                return Optional.of(illustrate(order, brief, draft));
            }
            LOG.infof(
                    "Item %s touches the excluded topic '%s' (attempt %d)", order.contentId(), excluded.get(), attempt);
            order.guarded(mission -> {
                ledger.settle(order.owner(), brief.reference(), Spending.receipt(draft.usage()));
                return null;
            });
        }
        return Optional.empty();
    }

    private WritingBrief reserveWriting(ItemOrder order, int attempt) {
        var writer = providers.writer(order.owner());
        return order.guarded(mission -> {
            var brief = order.brief(mission, attempt);
            var call = new Spending.Call(brief.reference(), writer.provider(), "llm", writer.estimateCents(brief));
            ledger.reserve(purchase(order, mission, call));
            return brief;
        });
    }

    private static Purchase purchase(ItemOrder order, Mission mission, Spending.Call call) {
        return Spending.on(mission, order.jobId(), Stage.CONTENT, order.contentId(), call);
    }

    private MadeItem illustrate(ItemOrder order, WritingBrief writing, Draft draft) {
        var illustrator = providers.illustrator(order.owner());
        var brief = new IllustrationBrief(
                writing.reference().replace(":write:", ":draw:"),
                order.contentId(),
                writing.version(),
                writing.platform(),
                writing.type(),
                draft.copy(),
                writing.brand());
        var call =
                new Spending.Call(brief.reference(), illustrator.provider(), "image", illustrator.estimateCents(brief));
        order.guarded(mission -> {
            ledger.reserve(purchase(order, mission, call));
            return null;
        });
        var gallery = illustrator.illustrate(brief);
        var placed = media.place(gallery.illustrations());
        return fitting(writing, new MadeItem(writing.reference(), draft, brief.reference(), gallery.usage(), placed));
    }

    private MadeItem fitting(WritingBrief writing, MadeItem made) {
        var violations = rules.violations(
                writing.platform(), writing.type(), made.draft().copy(), made.visuals());
        if (!violations.isEmpty()) {
            throw ProviderFailure.passing(
                    "The item does not fit its platform: " + violations.get(0).message(), null);
        }
        return made;
    }

    /** Books what the calls really cost, in the transaction that stores the item. */
    void settle(Owner owner, MadeItem item) {
        ledger.settle(
                owner, item.writingReference(), Spending.receipt(item.draft().usage()));
        ledger.settle(owner, item.drawingReference(), Spending.receipt(item.drawing()));
    }
}
