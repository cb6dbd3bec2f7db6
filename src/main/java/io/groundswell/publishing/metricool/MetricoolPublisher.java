package io.groundswell.publishing.metricool;

import io.groundswell.content.PlatformLimits;
import io.groundswell.content.Rendering;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.Publisher;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

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
    private final Withdrawals withdrawals;
    private final PlatformLimits limits;
    private final MetricoolConfig config;
    private final Clock clock;

    MetricoolPublisher(
            MetricoolLogins logins,
            MetricoolBook book,
            MetricoolPlanner planner,
            MetricoolMedia media,
            Outcomes outcomes,
            Withdrawals withdrawals,
            PlatformLimits limits,
            MetricoolConfig config,
            Clock clock) {
        this.logins = logins;
        this.book = book;
        this.planner = planner;
        this.media = media;
        this.outcomes = outcomes;
        this.withdrawals = withdrawals;
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
        return asking(post.owner(), login -> publish(login, post));
    }

    private Published publish(Login login, Post post) {
        var parts =
                Rendering.of(post.platform(), post.type(), post.copy(), limits).parts();
        var pictures = media.of(login, post);
        var entry = book.reserve(
                post,
                login.blogId(),
                Networks.of(post.platform()).orElseThrow(),
                parts.get(0),
                clock.instant().plus(config.lead()));
        var id = hand(login, entry, new PostForm(post, parts, pictures, entry.at()));
        return outcomes.await(login, entry, id);
    }

    /** Only an answer that the post was not taken ends the doubt that the call begins with. */
    private String hand(Login login, Entry entry, PostForm form) {
        book.trying(entry, clock.instant());
        try {
            var id = planner.add(login, form.json());
            book.taken(entry, id);
            return id;
        } catch (MetricoolFailure failure) {
            if (failure.kind() != MetricoolFailure.Kind.UNKNOWN) {
                book.forget(entry);
            }
            throw failure;
        }
    }

    @Override
    public Optional<Published> find(Post post) {
        return asking(post, outcomes::of);
    }

    @Override
    public Optional<Published> withdraw(Post post) {
        return asking(post, withdrawals::of);
    }

    /** Nothing is asked about a post that is not in the book. */
    private Optional<Published> asking(Post post, BiFunction<Login, Entry, Optional<Published>> question) {
        return book.find(post.reference()).flatMap(entry -> asking(post.owner(), entry, question));
    }

    private Optional<Published> asking(
            Owner owner, Entry entry, BiFunction<Login, Entry, Optional<Published>> question) {
        try {
            return logins.ask(owner, entry.blogId(), login -> question.apply(login, entry));
        } catch (MetricoolFailure failure) {
            throw failure.kind() == MetricoolFailure.Kind.OTHER_BRAND ? outcomes.outOfSight(entry) : failure.ofPost();
        }
    }

    private <T> T asking(Owner owner, Function<Login, T> question) {
        try {
            return logins.ask(owner, question);
        } catch (MetricoolFailure failure) {
            throw failure.ofPost();
        }
    }
}
