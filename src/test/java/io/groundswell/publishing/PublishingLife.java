package io.groundswell.publishing;

import static io.groundswell.content.ContentStatus.APPROVED;
import static io.groundswell.content.ContentStatus.ARCHIVED;
import static io.groundswell.content.ContentStatus.DRAFT;
import static io.groundswell.content.ContentStatus.FAILED;
import static io.groundswell.content.ContentStatus.PENDING_REVIEW;
import static io.groundswell.content.ContentStatus.PUBLISHED;
import static io.groundswell.content.ContentStatus.REJECTED;
import static io.groundswell.content.ContentStatus.SCHEDULED;
import static io.groundswell.testing.Api.as;

import io.groundswell.content.ContentStatus;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What may happen to the items of a mission, and what it may lead to: the contract's table, written once more. */
final class PublishingLife {
    private static final EnumSet<ContentStatus> OPEN = EnumSet.of(DRAFT, PENDING_REVIEW);
    private static final EnumSet<ContentStatus> CHANGEABLE = EnumSet.complementOf(EnumSet.of(PUBLISHED, ARCHIVED));
    private static final EnumSet<ContentStatus> READY = EnumSet.of(APPROVED, SCHEDULED, FAILED);

    private PublishingLife() {}

    /** Who decides which items a move touches. */
    enum Reach {
        ONE_ITEM,
        EVERY_ITEM,
        NOTHING
    }

    enum Move {
        APPROVE(Reach.ONE_ITEM, OPEN, APPROVED),
        APPROVE_FOR_LATER(Reach.ONE_ITEM, OPEN, SCHEDULED),
        REJECT(Reach.ONE_ITEM, EnumSet.of(DRAFT, PENDING_REVIEW, APPROVED), REJECTED),
        SCHEDULE(Reach.ONE_ITEM, READY, SCHEDULED),
        SCHEDULE_AT_BEST_TIME(Reach.ONE_ITEM, READY, SCHEDULED),
        CANCEL(Reach.ONE_ITEM, EnumSet.of(SCHEDULED), APPROVED),
        PUBLISH(Reach.ONE_ITEM, READY, PUBLISHED, FAILED),
        EDIT(Reach.ONE_ITEM, CHANGEABLE, PENDING_REVIEW, DRAFT),
        REGENERATE(Reach.ONE_ITEM, EnumSet.of(DRAFT, PENDING_REVIEW, APPROVED, REJECTED, FAILED), DRAFT),
        REJECT_FOR_OTHER_WORDS(Reach.ONE_ITEM, EnumSet.of(DRAFT, PENDING_REVIEW, APPROVED), REJECTED),
        ARCHIVE(Reach.ONE_ITEM, EnumSet.complementOf(EnumSet.of(SCHEDULED, ARCHIVED)), ARCHIVED),
        PAUSE(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        RESUME(Reach.EVERY_ITEM, EnumSet.of(SCHEDULED), SCHEDULED, APPROVED),
        COMPLETE(Reach.EVERY_ITEM, EnumSet.of(SCHEDULED), APPROVED),
        AUTO_APPROVE(Reach.EVERY_ITEM, EnumSet.of(PENDING_REVIEW), APPROVED),
        RUN_SCHEDULER(Reach.EVERY_ITEM, EnumSet.of(APPROVED), SCHEDULED, APPROVED),
        RUN_REWRITER(Reach.EVERY_ITEM, EnumSet.of(DRAFT, REJECTED), PENDING_REVIEW),
        RUN_PUBLISHER(Reach.EVERY_ITEM, EnumSet.of(SCHEDULED), SCHEDULED, PUBLISHED, FAILED, APPROVED),
        NETWORK_FAILS(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        NETWORK_REFUSES(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        NETWORK_FALLS_SILENT(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        NETWORK_IS_BLIND(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        MINUTES_PASS(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        HOURS_PASS(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class)),
        A_DAY_PASSES(Reach.NOTHING, EnumSet.noneOf(ContentStatus.class));

        private final Reach reach;
        private final Set<ContentStatus> from;
        private final Set<ContentStatus> to;

        Move(Reach reach, Set<ContentStatus> from, ContentStatus... to) {
            this.reach = reach;
            this.from = from;
            this.to = Set.of(to);
        }

        boolean isLegalFrom(ContentStatus status) {
            return from.contains(status);
        }

        /** Whether it may touch an item that a job is to give other words. */
        boolean isLegalWhileWordsAreAwaited() {
            return EnumSet.of(EDIT, ARCHIVE, RUN_REWRITER).contains(this);
        }

        /** Whether an item may be found so after the move; one that is out of its reach stays as it is. */
        boolean mayLeave(ContentStatus before, ContentStatus after, boolean isTarget) {
            var touched = reach == Reach.EVERY_ITEM || reach == Reach.ONE_ITEM && isTarget;
            return before == after || touched && from.contains(before) && to.contains(after);
        }

        /** What ends a life, or stops it, comes seldom: otherwise there would be little of it. */
        boolean isRare() {
            return EnumSet.of(
                            ARCHIVE, REJECT, REJECT_FOR_OTHER_WORDS, REGENERATE, COMPLETE, PAUSE, CANCEL, A_DAY_PASSES)
                    .contains(this);
        }

        boolean isOfOneItem() {
            return reach == Reach.ONE_ITEM;
        }
    }

    /** A move, and the number of the item it is about if it is about one. */
    record Step(Move move, int item) {}

    /** Makes the move and returns the status of the answer; 0 for what is no call. */
    static int make(Move move, World world, String item) {
        var now = world.clock().instant();
        var in = Map.of(
                "content_id", item, "scheduled_for", now.plusSeconds(3600).toString());
        return switch (move) {
            case APPROVE -> post(world, "/v1/content/" + item + "/approve", Map.of());
            case APPROVE_FOR_LATER ->
                post(
                        world,
                        "/v1/content/" + item + "/approve",
                        Map.of("schedule_for", now.plusSeconds(3600).toString()));
            case REJECT -> post(world, "/v1/content/" + item + "/reject", Map.of("reason", "No"));
            case SCHEDULE -> post(world, "/v1/publish/schedule", in);
            case SCHEDULE_AT_BEST_TIME ->
                post(world, "/v1/publish/schedule", Map.of("content_id", item, "use_optimal_time", true));
            case CANCEL -> as(world.key()).delete("/v1/publish/" + item).statusCode();
            case PUBLISH -> post(world, "/v1/publish", Map.of("content_id", item));
            case EDIT ->
                as(world.key())
                        .body(Map.of("copy", Map.of("primary", "Edited at " + now)))
                        .put("/v1/content/" + item)
                        .statusCode();
            case REGENERATE -> post(world, "/v1/content/" + item + "/regenerate", Map.of("feedback", "Shorter"));
            case REJECT_FOR_OTHER_WORDS ->
                post(world, "/v1/content/" + item + "/reject", Map.of("reason", "No", "regenerate", true));
            case ARCHIVE -> as(world.key()).delete("/v1/content/" + item).statusCode();
            case PAUSE -> post(world, "/v1/missions/" + world.mission() + "/pause", Map.of());
            case RESUME -> post(world, "/v1/missions/" + world.mission() + "/resume", Map.of());
            case COMPLETE -> post(world, "/v1/missions/" + world.mission() + "/complete", Map.of());
            case AUTO_APPROVE -> round(world, "auto_approve");
            case RUN_SCHEDULER -> round(world, "scheduler");
            case RUN_REWRITER -> round(world, "rewrite");
            case RUN_PUBLISHER -> round(world, "publisher");
            case NETWORK_FAILS -> fault(() -> world.faults().queue(Fault.PASSING, 1));
            case NETWORK_REFUSES -> fault(() -> world.faults().queue(Fault.PERMANENT, 1));
            case NETWORK_FALLS_SILENT -> fault(() -> world.faults().queue(Fault.TIMEOUT_AFTER_ACTING, 1));
            case NETWORK_IS_BLIND -> fault(() -> world.faults().queueForLookUps(Fault.PASSING, 1));
            case MINUTES_PASS -> pass(world, Duration.ofMinutes(2));
            case HOURS_PASS -> pass(world, Duration.ofHours(3));
            case A_DAY_PASSES -> pass(world, Duration.ofHours(26));
        };
    }

    private static int post(World world, String path, Map<String, ?> body) {
        return as(world.key()).body(body).post(path).statusCode();
    }

    private static int round(World world, String name) {
        world.fixture().round(name);
        return 0;
    }

    private static int fault(Runnable fault) {
        fault.run();
        return 0;
    }

    private static int pass(World world, Duration time) {
        world.serverClock().set(world.clock().instant().plus(time));
        return 0;
    }
}
