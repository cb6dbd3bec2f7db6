package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.content.Copy.Poll;
import io.groundswell.generation.ProviderFailure;
import java.util.List;
import java.util.Objects;

/** A poll: a lead-in, a question, two to four answers of at most 25 characters, open for one to three days. */
final class PollForm implements Form {

    @Override
    public Copy write(Material material) {
        Caption caption = Caption.of(material);
        Angle.Ballot ballot = ballot(material, caption.pick().angle());
        int days = 1 + material.spin("days") % 3;
        return new Copy(
                caption.text(),
                null,
                caption.pick().hook(),
                null,
                caption.ending().cta(),
                caption.ending().hashtags(),
                null,
                null,
                null,
                null,
                null,
                new Poll(ballot.question(), ballot.options(), 24 * days));
    }

    private static Angle.Ballot ballot(Material material, Angle angle) {
        if (angle.ballot() != null) {
            return angle.ballot();
        }
        List<Angle.Ballot> others = material.angles().stream()
                .map(Angle::ballot)
                .filter(Objects::nonNull)
                .toList();
        if (others.isEmpty()) {
            throw ProviderFailure.permanent("The excluded topics leave no question to ask about this topic.");
        }
        return Text.nth(others, material.brief().number());
    }
}
