package io.groundswell.series;

import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts an answer together out of what the database knows at one moment. To be called in a question. */
@ApplicationScoped
class Composer {
    private final Membership membership;
    private final StoredFigures figures;
    private final LandmarkStore landmarks;
    private final Marks marks;
    private final Freshness freshness;

    Composer(Membership membership, StoredFigures figures, LandmarkStore landmarks, Marks marks, Freshness freshness) {
        this.membership = membership;
        this.figures = figures;
        this.landmarks = landmarks;
        this.marks = marks;
        this.freshness = freshness;
    }

    Found requireThere(Owner owner, Question question) {
        return membership.find(owner, question);
    }

    AnswerCache.Kept answer(Owner owner, Question question, Long retentionDays, Instant now) {
        var found = requireThere(owner, question);
        var above = marks.above(question);
        var begun = landmarks.find(found.all(), question);
        var answer = new Answer(
                question,
                new Drawing(question, figures.open(owner, question.zone())).of(found.asked()),
                begun.baselines(),
                marks.of(owner, question, above),
                partial(question, now),
                begun.firstDate(),
                retentionDays);
        return new AnswerCache.Kept(answer, freshness.stamp(found.campaigns(), above));
    }

    private static PartialBucket partial(Question question, Instant now) {
        if (!question.isOpen()) {
            return null;
        }
        var last = question.bucketAround(question.range().last());
        return new PartialBucket(last.first(), last.last(), now);
    }
}
