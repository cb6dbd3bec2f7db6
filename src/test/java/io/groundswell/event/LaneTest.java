package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final BlockingQueue<List<Delivery>> written = new LinkedBlockingQueue<>();
    private final Semaphore pen = new Semaphore(0);
    private final List<Integer> waiting = Collections.synchronizedList(new ArrayList<>());
    private Lane lane;

    private void open(Lane.Bounds bounds, BiPredicate<Delivery, Delivery> together) {
        lane = new Lane("lane-test", bounds, together, this::write, waiting::add);
    }

    private void write(List<Delivery> batch) {
        written.add(batch);
        pen.acquireUninterruptibly();
    }

    private List<String> next() throws InterruptedException {
        return nextBatch().stream().map(Delivery::token).toList();
    }

    private List<Delivery> nextBatch() throws InterruptedException {
        return written.poll(30, TimeUnit.SECONDS);
    }

    private boolean offer(String token, int events) {
        var event = new Event("page_view", null, null, null, Instant.EPOCH, null, null, Map.of(), null);
        return lane.offer(new Delivery(
                token,
                null,
                null,
                Collections.nCopies(events, event),
                null,
                10L * events,
                true,
                new CompletableFuture<>()));
    }

    @AfterEach
    void close() throws InterruptedException {
        pen.release(1_000);
        lane.close(Duration.ofSeconds(30));
    }

    @Test
    void all_that_waits_is_written_at_once_in_its_order() throws Exception {
        open(new Lane.Bounds(100, 1_000, 5), (first, other) -> true);
        offer("a", 1);
        assertThat(next()).containsExactly("a");
        offer("b", 2);
        offer("c", 2);
        offer("d", 2);
        offer("e", 1);
        pen.release(2);
        assertThat(next()).containsExactly("b", "c");
        assertThat(next()).containsExactly("d", "e");
    }

    @Test
    void only_what_may_be_together_is_written_at_once() throws Exception {
        open(new Lane.Bounds(100, 1_000, 5), (first, other) -> first.token().equals(other.token()));
        offer("a", 1);
        next();
        offer("b", 1);
        offer("c", 1);
        offer("b", 1);
        pen.release(2);
        assertThat(next()).containsExactly("b", "b");
        assertThat(next()).containsExactly("c");
        assertThat(lane.isEmpty()).isTrue();
    }

    @Test
    void a_delivery_that_is_larger_than_a_batch_is_one() throws Exception {
        open(new Lane.Bounds(100, 1_000, 5), (first, other) -> true);
        offer("a", 9);
        assertThat(next()).containsExactly("a");
    }

    @Test
    void there_is_room_for_so_many_events_and_bytes() throws Exception {
        open(new Lane.Bounds(4, 60, 5), (first, other) -> true);
        offer("a", 3);
        next();
        assertThat(offer("b", 4)).as("more bytes than may wait").isFalse();
        assertThat(offer("b", 3)).isTrue();
        assertThat(offer("c", 2)).as("more events than may wait").isFalse();
        assertThat(waiting).endsWith(3);
        pen.release();
        next();
        assertThat(waiting).endsWith(0);
    }

    @Test
    void bytes_are_given_back_when_a_delivery_is_done_and_not_when_it_is_written() throws Exception {
        open(new Lane.Bounds(100, 50, 5), (first, other) -> true);
        offer("a", 3);
        var first = nextBatch();
        pen.release();
        offer("b", 2);
        var second = nextBatch();
        pen.release();
        assertThat(lane.isEmpty()).isTrue();
        assertThat(offer("c", 1)).as("more bytes than may wait for the disk").isFalse();
        second.get(0).done().completeExceptionally(new IllegalStateException("Planned by a test"));
        assertThat(offer("c", 3)).isFalse();
        first.get(0).done().complete(null);
        assertThat(offer("c", 5)).isTrue();
    }

    @Test
    void what_waits_is_written_when_the_lane_is_closed_and_nothing_else_is_taken() throws Exception {
        open(new Lane.Bounds(100, 1_000, 5), (first, other) -> true);
        offer("a", 1);
        next();
        offer("b", 1);
        var closed = CompletableFuture.runAsync(() -> {
            try {
                lane.close(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        pen.release(2);
        closed.get(30, TimeUnit.SECONDS);
        assertThat(next()).containsExactly("b");
        assertThat(offer("c", 1)).isFalse();
    }

    @Test
    void a_writer_that_died_is_replaced() throws Exception {
        lane = new Lane(
                "lane-test",
                new Lane.Bounds(100, 1_000, 5),
                (first, other) -> true,
                batch -> {
                    written.add(batch);
                    Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> pen.release());
                    throw new OutOfMemoryError("as if");
                },
                waiting::add);
        offer("a", 1);
        assertThat(nextBatch().get(0).done()).failsWithin(Duration.ofSeconds(30));
        pen.acquire();
        while (written.isEmpty()) {
            // The thread is dead some moments after it says so.
            offer("b", 1);
            Thread.sleep(1);
        }
        assertThat(next()).contains("b");
    }
}
