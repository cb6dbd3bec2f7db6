package io.groundswell.generation.language;

import io.groundswell.content.ContentRules;
import io.groundswell.generation.Draft;
import io.groundswell.generation.Plan;
import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.Writer;
import io.groundswell.generation.WritingBrief;
import io.groundswell.generation.remote.Connection;

/**
 * Plans and writes with a language model. An answer has to have the form that was asked for and to keep the rules of its
 * platform; one that does not is repaired once, and then the call fails in a way that passes.
 */
public final class ModelWriter implements Writer {
    private final Settings settings;
    private final LanguageModel model;
    private final Connection connection;
    private final Prompts prompts = new Prompts();
    private final ContentRules rules;

    /** @param maxOutputTokens the longest answer of one exchange */
    public record Settings(String provider, String model, Price price, int maxOutputTokens) {}

    public ModelWriter(Settings settings, LanguageModel model, Connection connection, ContentRules rules) {
        this.settings = settings;
        this.model = model;
        this.connection = connection;
        this.rules = rules;
    }

    @Override
    public String provider() {
        return settings.provider();
    }

    @Override
    public boolean isReachable() {
        return connection.isReachable();
    }

    @Override
    public long estimateCents(PlanBrief brief) {
        return most(prompts.plan(brief));
    }

    @Override
    public long estimateCents(WritingBrief brief) {
        return most(prompts.write(brief));
    }

    /** Two exchanges, the second with the first answer and its faults, both answered at their longest. */
    private long most(Question question) {
        var asked = question.mostTokens();
        return settings.price().of(new Tokens(2 * asked + Prompts.MOST_REPAIR_BYTES, 2L * settings.maxOutputTokens()));
    }

    @Override
    public Plan plan(PlanBrief brief) {
        var outcome = interview().ask(prompts.plan(brief), new PlanReader(brief)::read);
        return outcome.value().toPlan(outcome.usage());
    }

    @Override
    public Draft write(WritingBrief brief) {
        var outcome = interview().ask(prompts.write(brief), new DraftReader(brief, rules)::read);
        return outcome.value().toDraft(brief.topic(), outcome.usage());
    }

    private Interview interview() {
        var account = new Account(settings.provider(), settings.model(), settings.price());
        return new Interview(model, connection, account, prompts, settings.maxOutputTokens());
    }

    @Override
    public String toString() {
        return provider();
    }
}
