package io.groundswell.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FilePlacesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private FilePlaces places = places(Duration.ofSeconds(35));

    /** @param wait for a place */
    private FilePlaces places(Duration wait) {
        return new FilePlaces(((InstantSource) now::get).withZone(ZoneOffset.UTC), wait.minus(FilePlaces.TO_END));
    }

    /** A file that is being read. */
    private final class Sent {
        private final FilePlace place;
        private final InputStream file;
        private Duration wait = Duration.ZERO;

        Sent(String organization) {
            place = enter(organization);
            file = place.read(new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("Files are not read byte by byte");
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    now.updateAndGet(time -> time.plus(wait));
                    return most;
                }
            });
        }

        Sent comes(int pieces, int bytes, Duration each) throws IOException {
            wait = each;
            for (var piece = 0; piece < pieces; piece++) {
                assertThat(file.read(new byte[bytes])).isEqualTo(bytes);
            }
            return this;
        }

        Sent comesSlowly(int seconds) throws IOException {
            return comes(seconds, 8_200, Duration.ofSeconds(1));
        }

        /** Reads on until it may no more, which it is to be told while somebody waits for a place. */
        void isEndedFor(CompletableFuture<FilePlace> waiting) {
            assertThatThrownBy(() -> {
                        while (!waiting.isDone()) {
                            comes(1, 1, Duration.ZERO);
                        }
                    })
                    .isInstanceOf(PlaceWanted.class);
        }
    }

    private FilePlace enter(String organization) {
        return places.enter(organization, Refusal.Input.INVALID_INPUT);
    }

    private void assertRefused(String organization) {
        assertThatThrownBy(() -> enter(organization)).isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_gets_more_than_a_part_and_all_together_no_more_than_there_is() {
        enter("ada");
        var second = enter("ada");
        assertRefused("ada");
        enter("bob");
        enter("bob");
        assertRefused("cleo");
        second.close();
        enter("cleo");
        assertRefused("dan");
    }

    @Test
    void who_has_none_gets_the_place_of_the_slowest_and_nobody_else_does() throws Exception {
        var ada = new Sent("ada").comesSlowly(100);
        new Sent("ada").comesSlowly(90);
        new Sent("bob").comesSlowly(60);
        new Sent("eve").comesSlowly(200);

        var cleo = CompletableFuture.supplyAsync(() -> enter("cleo"));
        ada.isEndedFor(cleo);
        ada.place.close();

        cleo.get().close();
        enter("dan");
    }

    @Test
    void a_place_that_is_given_up_is_kept_for_who_waits_for_it() throws Exception {
        var ada = new Sent("ada").comesSlowly(100);
        IntStream.range(0, 3).forEach(other -> enter("other" + other));

        var cleo = CompletableFuture.supplyAsync(() -> enter("cleo"));
        ada.isEndedFor(cleo);
        assertRefused("cleo");
        assertRefused("dan");
        ada.place.close();

        cleo.get();
        assertRefused("dan");
    }

    @Test
    void a_place_that_becomes_free_otherwise_is_for_who_waits_and_the_slow_file_goes_on() throws Exception {
        var ada = new Sent("ada").comesSlowly(100);
        var bob = enter("bob");
        enter("eve");
        enter("fay");

        var cleo = new FutureTask<>(() -> enter("cleo"));
        var waiting = new Thread(cleo);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        bob.close();

        cleo.get();
        ada.comesSlowly(10);
        assertRefused("bob");
    }

    @Test
    void a_slow_file_goes_on_when_who_waited_has_gone() throws Exception {
        places = places(Duration.ofMillis(20));
        var ada = new Sent("ada").comesSlowly(100);
        IntStream.range(0, 3).forEach(other -> enter("other" + other));

        assertRefused("cleo");

        ada.comesSlowly(10);
    }

    @Test
    void who_has_a_place_takes_none_from_others() throws Exception {
        new Sent("ada").comesSlowly(100);
        new Sent("ada").comesSlowly(100);
        enter("bob");
        enter("cleo");

        assertRefused("bob");
    }

    @Test
    void a_file_keeps_its_place_for_a_minute_of_waiting_and_for_as_long_as_it_comes() throws Exception {
        new Sent("ada").comesSlowly(60);
        new Sent("ada").comes(10_000, FilePlaces.BRISK, Duration.ofSeconds(1));
        new Sent("bob").comes(100, 1_000_000, Duration.ofSeconds(10));
        new Sent("bob").comes(100_000, 8_192, Duration.ofMillis(100));

        assertRefused("cleo");
    }

    @Test
    void what_came_fast_before_counts_for_a_minute_at_most() throws Exception {
        IntStream.range(0, 3).forEach(other -> enter("other" + other));
        var ada = new Sent("ada").comes(1_000, 1_000_000, Duration.ofMillis(1)).comesSlowly(75);

        var cleo = CompletableFuture.supplyAsync(() -> enter("cleo"));
        ada.isEndedFor(cleo);
        ada.place.close();

        assertThat(cleo.get()).isNotNull();
    }

    @Test
    void a_sender_is_told_where_to_go_on() {
        assertThat(new PlaceWanted().at(1_302, 1_299, 2, Refusal.Input.INVALID_INPUT, "Send the rest"))
                .hasMessage("The file comes more slowly than 65,536 bytes a second, and its place is needed for another"
                        + " organization. 1,301 lines were read, the last at line 1,302: 1,299 of them are taken, 2"
                        + " refused. Send the rest");
    }
}
