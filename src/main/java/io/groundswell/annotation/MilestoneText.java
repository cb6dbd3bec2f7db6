package io.groundswell.annotation;

import io.groundswell.mission.Kpi;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/** How a reached part of a target is told: to people, and to programs. */
record MilestoneText(Kpi kpi, int percent) {

    String title() {
        var where = kpi.platform().equals(Kpi.ALL_PLATFORMS) ? "" : " on " + kpi.platform();
        return "%d %% of %s%s reached".formatted(percent, target(), where);
    }

    private String target() {
        var number = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(kpi.target());
        return kpi.metric() == Kpi.Metric.ENGAGEMENT_RATE
                ? "an engagement rate of " + number + " %"
                : number + " " + kpi.metric().toString().replace('_', ' ');
    }

    Map<String, String> details() {
        return Map.of(
                "metric", kpi.metric().toString(),
                "platform", kpi.platform(),
                "target", kpi.target().stripTrailingZeros().toPlainString(),
                "percent", String.valueOf(percent));
    }
}
