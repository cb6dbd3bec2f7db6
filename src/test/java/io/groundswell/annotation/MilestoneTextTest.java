package io.groundswell.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Kpi;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIKES | 100 | all | 25 % of 100 likes reached",
                "IMPRESSIONS | 1234567 | all | 25 % of 1,234,567 impressions reached",
                "FOLLOWERS_GAINED | 2.5 | twitter | 25 % of 2.5 followers gained on twitter reached",
                "ENGAGEMENT_RATE | 4.25 | linkedin | 25 % of an engagement rate of 4.25 % on linkedin reached",
                "CLICKS | 1e15 | all | 25 % of 1,000,000,000,000,000 clicks reached"
            })
    void a_title_says_how_much_of_what(Kpi.Metric metric, double target, String platform, String title) {
        assertThat(new MilestoneText(new Kpi(metric, BigDecimal.valueOf(target), platform), 25).title())
                .isEqualTo(title);
    }

    @Test
    void details_are_plain() {
        assertThat(new MilestoneText(new Kpi(Kpi.Metric.LINK_CLICKS, BigDecimal.valueOf(1e7), null), 100).details())
                .isEqualTo(Map.of("metric", "link_clicks", "platform", "all", "target", "10000000", "percent", "100"));
    }
}
