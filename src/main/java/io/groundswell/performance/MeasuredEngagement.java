package io.groundswell.performance;

import io.groundswell.mission.Constraints;
import io.groundswell.publishing.EngagementHistory;
import io.groundswell.publishing.EngagementSource;
import io.groundswell.publishing.SmoothedEngagement;
import io.groundswell.publishing.SmoothedEngagement.Moment;
import io.groundswell.publishing.SmoothedEngagement.Observed;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;

/**
 * Lets best hours follow what was measured. A post counts for the hour at which it went out as the clock shows it where
 * the plan is made, wherever it was planned itself: the audience is the same at the same moment.
 */
@ApplicationScoped
class MeasuredEngagement implements EngagementSource {
    private static final int MOST_POSTS = 2_000;

    private final Measurements measurements;

    MeasuredEngagement(Measurements measurements) {
        this.measurements = measurements;
    }

    @Override
    @Transactional
    public EngagementHistory of(Owner owner, Constraints constraints) {
        var observed = new HashMap<Moment, Observed>();
        for (var post : Recent.of(measurements.history(owner, MOST_POSTS), Measurements.Success::at)) {
            var at = post.at().atZone(constraints.zone());
            observed.merge(
                    new Moment(post.platform(), at.getDayOfWeek(), at.getHour()),
                    new Observed(1, post.rate()),
                    (one, other) -> new Observed(one.posts() + other.posts(), one.rateSum() + other.rateSum()));
        }
        return new SmoothedEngagement(observed);
    }
}
