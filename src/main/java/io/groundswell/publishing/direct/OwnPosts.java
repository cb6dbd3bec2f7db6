package io.groundswell.publishing.direct;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.publishing.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of an account's posts belong to other items, so that none of them is taken for the one looked for. */
@ApplicationScoped
public class OwnPosts {
    /** How far back a post is looked for that a network knows by its words only. */
    public static final Duration WINDOW = Duration.ofDays(7);

    private static final Sql OF_OTHERS = Sql.text("""
            select platform_post_id from content
            where organization_id = :organization and mode = :mode and status in ('PUBLISHED', 'ARCHIVED') and published_at >= :since
                and platform = :platform and id <> :content and platform_post_id is not null""");

    private final AgroalDataSource database;
    private final Clock clock;

    OwnPosts(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The network's ids of what else is out since the window began, with a day to spare for clocks that differ. */
    public Set<String> ofOthers(Post post) {
        return OF_OTHERS
                .list(
                        database,
                        Map.of(
                                "organization", post.owner().organizationId(),
                                "mode", post.owner().mode(),
                                "platform", post.platform().name(),
                                "content", post.contentId(),
                                "since", clock.instant().minus(WINDOW).minus(Duration.ofDays(1))),
                        row -> row.getString("platform_post_id"))
                .stream()
                .collect(Collectors.toSet());
    }
}
