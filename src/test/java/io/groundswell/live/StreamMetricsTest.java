package io.groundswell.live;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Listener;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StreamMetricsTest extends SiteOnFriday {
    private static final String LEFT = "groundswell_live_ended_total{why=\"left\",}";
    private static final String OPEN = "groundswell_live_streams";
    private static final String HELD = "groundswell_live_ring_events";

    private static double metric(String name) {
        var page = as(Api.OPERATOR).get("/internal/metrics").asString();
        var found = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(page);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static double soon(String name, double expected) throws InterruptedException {
        var end = System.nanoTime() + 5_000_000_000L;
        while (metric(name) != expected && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return metric(name);
    }

    @Test
    void operators_see_how_many_streams_are_open_and_why_others_ended() throws Exception {
        // Given
        var left = metric(LEFT);
        var one = Listener.open(site.organization().aak(), null).connected();
        var other = Listener.open(site.organization().aak(), null).connected();
        assertThat(soon(OPEN, 2)).isEqualTo(2);
        site.tell(NOW.toString(), "page_view", "ada", "s1");
        assertThat(one.events(1)).hasSize(1);
        assertThat(soon(HELD, 1)).isEqualTo(1);
        // When
        one.close();
        other.close();
        // Then
        assertThat(soon(LEFT, left + 2)).isEqualTo(left + 2);
        assertThat(soon(OPEN, 0)).isZero();
        assertThat(soon(HELD, 0)).isZero();
    }
}
