package io.groundswell.publishing.metricool;

import io.groundswell.content.PlatformLimits;
import io.groundswell.content.Rendering;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.PublishFailure;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.Publisher;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Publishes by way of Metricool: plans a post for a few seconds from now and waits until it is out. Metricool knows no
 * reference of ours, so what was handed over is in a book, and a call without an answer is followed by a look into the
 * planner, never by a second call while the first may still have been heard.
 */
@ApplicationScoped
@Priority(1)
class MetricoolPublisher implements Publisher {
    private final MetricoolLogins logins;
    private final MetricoolBook book;
    private final MetricoolPlanner planner;
    private final MetricoolMedia media;
    private final Outcomes outcomes;
    private final Troubles troubles;
    private final PlatformLimits limits;
    private final MetricoolConfig config;
    private final Clock clock;

    MetricoolPublisher(
            MetricoolLogins logins,
            MetricoolBook book,
            MetricoolPlanner planner,
            MetricoolMedia media,
            Outcomes outcomes,
            Troubles troubles,
            PlatformLimits limits,
            MetricoolConfig config,
            Clock clock) {
        this.logins = logins;
        this.book = book;
        this.planner = planner;
        this.media = media;
        this.outcomes = outcomes;
        this.troubles = troubles;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String network() {
        return "metricool";
    }

    @Override
    public Optional<String> account(Owner owner, Platform platform) {
        return logins.account(owner, platform);
    }

    @Override
    public Published publish(Post post) {
        PostForm.requireKnown(post);
        var earlier = find(post);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var login = login(post.owner());
        var parts =
                Rendering.of(post.platform(), post.type(), post.copy(), limits).parts();
        try {
            var pictures = media.of(login, post);
            var entry = book.reserve(
                    post,
                    login.blogId(),
                    Networks.of(post.platform()).orElseThrow(),
                    parts.get(0),
                    clock.instant().plus(config.lead()));
            var id = hand(login, entry, new PostForm(post, parts, pictures, entry.at()));
            var published = outcomes.await(login, entry, id);
            logins.succeeded(post.owner());
            return published;
        } catch (MetricoolFailure failure) {
            throw troubles.told(post.owner(), failure);
        }
    }

    private Login login(Owner owner) {
        return logins.of(owner).orElseThrow(() -> PublishFailure.permanent("Metricool is not connected any more"));
    }

    /** Only an answer that the post was not taken ends the doubt that the call begins with. */
    private String hand(Login login, Entry entry, PostForm form) {
        book.trying(entry.reference(), clock.instant());
        try {
            var id = planner.add(login, form.json());
            book.taken(entry.reference(), id);
            return id;
        } catch (MetricoolFailure failure) {
            if (failure.kind() != MetricoolFailure.Kind.UNKNOWN) {
                book.forget(entry.reference());
            }
            throw failure;
        }
    }

    @Override
    public Optional<Published> find(Post post) {
        return book.find(post.reference()).flatMap(entry -> outcome(post.owner(), entry));
    }

    private Optional<Published> outcome(Owner owner, Entry entry) {
        try {
            return outcomes.of(login(owner).of(entry.blogId()), entry);
        } catch (MetricoolFailure failure) {
            throw troubles.told(owner, failure);
        }
    }
}
