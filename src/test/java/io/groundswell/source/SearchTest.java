package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TikTokServer;
import io.groundswell.testing.TikTokServer.Fault;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches for videos that are cut off, and by what they go on. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SearchTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");
    private static final String RESEARCH = "/v2/research/video/query/";
    private static final String ACCOUNT = "/v2/video/list/";

    @Inject
    Lookup lookup;

    @Inject
    Rows rows;

    private final TikTokServer tiktok = TikTokServer.current();
    private Tracking tracking;

    @BeforeEach
    void open() {
        tracking = lookup.begin(NOW);
        for (var number = 0; number < 230; number++) {
            tiktok.video(
                    "brand", 1 + number, NOW.minusSeconds(600L * (230 - number)).getEpochSecond(), number);
        }
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    /** After the profile and a page. */
    private String cutOff(Fault fault) {
        var creator = Lookup.creator(tracking, "brand", "2030-06-01", "auto");
        tiktok.next(Fault.NONE, Fault.NONE, fault);
        lookup.work();
        assertThat(rows.texts("select cursor from creator_watch").get(0)).isNotNull();
        return creator;
    }

    private void complete() {
        assertThat(lookup.videos()).isEqualTo(230);
        assertThat(rows.count("select count(*) from creator_watch where discovered_from is not null"))
                .isEqualTo(1);
        lookup.requireNothingDue();
    }

    @Test
    void one_that_is_cut_off_goes_on_at_its_page() {
        Lookup.research(tracking);
        cutOff(Fault.QUOTA);
        lookup.after(Duration.ofHours(13));
        complete();
        // The last one counts the videos of the first.
        assertThat(tiktok.calls(RESEARCH)).isEqualTo(1 + 1 + 2 + 1);
    }

    @Test
    void one_of_researchers_begins_anew_with_an_account() {
        Lookup.research(tracking);
        cutOff(Fault.QUOTA);
        Lookup.account(tracking, "brand").then().statusCode(201);
        lookup.work();
        complete();
        assertThat(tiktok.calls(ACCOUNT)).isEqualTo(12);
    }

    @Test
    void one_of_an_account_begins_anew_with_researchers() {
        Lookup.account(tracking, "brand").then().statusCode(201);
        cutOff(Fault.SCOPE);
        assertThat(lookup.videos()).isEqualTo(20);
        Lookup.research(tracking);
        lookup.work();
        complete();
        assertThat(tiktok.calls(RESEARCH)).isEqualTo(3);
    }

    /** Were its words about the creator, that would be switched off in the end. */
    @Test
    void one_that_its_source_does_not_find_any_more_begins_anew() {
        Lookup.research(tracking);
        var creator = cutOff(Fault.QUOTA);
        tiktok.next(Fault.FORGOTTEN);
        lookup.after(Duration.ofHours(13));
        lookup.after(Duration.ofMinutes(6));
        complete();
        tracking.get("creators/" + creator).then().body("data.disabled_at", nullValue());
        assertThat(rows.count("select absences from creator_watch")).isZero();
    }

    @Test
    void one_that_its_source_refuses_to_go_on_with_begins_anew() {
        Lookup.research(tracking);
        cutOff(Fault.PARAMS);
        tiktok.next(Fault.PARAMS);
        lookup.after(Duration.ofMinutes(6));
        lookup.after(Duration.ofMinutes(11));
        complete();
        assertThat(tiktok.calls(RESEARCH)).isEqualTo(1 + 2 + 3);
    }

    @Test
    void one_that_makes_no_sense_once_goes_on_at_its_page() {
        Lookup.research(tracking);
        cutOff(Fault.HTML);
        lookup.after(Duration.ofMinutes(6));
        complete();
        assertThat(tiktok.calls(RESEARCH)).isEqualTo(1 + 1 + 2);
    }

    @Test
    void nobody_is_asked_for_videos_that_are_still_to_come() {
        Lookup.research(tracking);
        Lookup.creator(tracking, "brand", "2030-06-18", "auto");
        lookup.work();
        lookup.requireNothingDue();
        assertThat(tiktok.calls(RESEARCH)).isZero();
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy");
        // When the day has come
        tiktok.video("brand", 999, NOW.plus(Duration.ofDays(3)).getEpochSecond(), 1);
        lookup.after(Duration.ofDays(4));
        assertThat(lookup.videos()).isEqualTo(1);
    }
}
