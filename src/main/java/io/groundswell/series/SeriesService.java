package io.groundswell.series;

import io.groundswell.account.OrganizationService;
import io.groundswell.database.Questions;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Answers questions about tracked entities over time. */
@ApplicationScoped
public class SeriesService {
    /** Most days of one question. */
    static final int MOST_DAYS = 3_660;

    private static final String ADVICE =
            "There is too much to count in %d seconds. Ask for fewer days, for fewer entities at once or in the"
                    + " organization's own zone, or try again when the server is less busy";

    private final OrganizationService organizations;
    private final Questions questions;
    private final Composer composer;
    private final AnswerCache cache;
    private final Freshness freshness;
    private final Clock clock;

    SeriesService(
            OrganizationService organizations,
            Questions questions,
            Composer composer,
            AnswerCache cache,
            Freshness freshness,
            Clock clock) {
        this.organizations = organizations;
        this.questions = questions;
        this.composer = composer;
        this.cache = cache;
        this.freshness = freshness;
        this.clock = clock;
    }

    public Terms terms(Owner owner) {
        return Terms.of(organizations.get(owner.organizationId()));
    }

    public Told answer(Owner owner, Terms terms, Question question) {
        var refusal = refusal(terms, question);
        if (refusal != null) {
            questions.ask(owner, ADVICE, () -> composer.requireThere(owner, question));
            throw refusal;
        }
        var key = new AnswerCache.Key(owner, question, terms.retentionDays());
        var kept = cache.find(key);
        if (kept != null && freshness.holds(owner, kept.stamp())) {
            return new Told(kept.answer(), true);
        }
        var made = questions.ask(
                owner,
                ADVICE,
                () -> composer.answer(
                        owner, question, terms.retentionDays(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        cache.keep(key, made.answer(), made.stamp());
        return new Told(made.answer(), false);
    }

    /** Null when the plan answers the question. */
    private static Refusal refusal(Terms terms, Question question) {
        var oldest = terms.oldest(question.today());
        if (oldest != null && question.range().first().isBefore(oldest)) {
            return terms.tooOld(oldest);
        }
        return question.range().days() > MOST_DAYS ? tooLong() : null;
    }

    private static Refusal tooLong() {
        return Refusal.on(SeriesError.INVALID_PARAMS, "from", "from must be at most %,d days before to", MOST_DAYS - 1);
    }
}
