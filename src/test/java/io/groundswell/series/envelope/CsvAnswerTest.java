package io.groundswell.series.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.series.Answer;
import io.groundswell.series.EntityRef;
import io.groundswell.series.EntityType;
import io.groundswell.series.Granularity;
import io.groundswell.series.Line;
import io.groundswell.series.Lines;
import io.groundswell.series.Metric;
import io.groundswell.series.PartialBucket;
import io.groundswell.series.Point;
import io.groundswell.series.Question;
import io.groundswell.series.Reading;
import io.groundswell.series.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvAnswerTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");

    private static Line line(EntityType type, String id, String label, Number... values) {
        var points = new ArrayList<Point>();
        for (var value : values) {
            points.add(new Point(MONDAY.plusDays(points.size()), value));
        }
        return new Line(new EntityRef(type, id, label), points);
    }

    private static String csv(Lines lines) {
        var question = new Question(
                EntityType.CAMPAIGN,
                List.of(),
                Metric.VIEWS,
                null,
                Reading.NEW,
                Granularity.DAY,
                0,
                new Span(MONDAY, MONDAY.plusDays(1)),
                ZoneOffset.UTC,
                MONDAY.plusDays(1),
                false,
                null,
                0,
                false);
        var partial = new PartialBucket(MONDAY.plusDays(1), MONDAY.plusDays(1), Instant.EPOCH);
        return CsvAnswer.of(new Answer(question, lines, List.of(), List.of(), partial, null, null));
    }

    private static String labelled(EntityType type, String label) {
        var text = csv(new Lines(List.of(line(type, "1", label, 5L)), List.of(), List.of()));
        return text.substring(text.indexOf("\r\n") + 2);
    }

    @Test
    void each_point_is_a_line_the_main_ones_first() {
        var text = csv(new Lines(
                List.of(line(EntityType.CAMPAIGN, "1", "Spring", 3120L, null)),
                List.of(line(EntityType.CAMPAIGN, "1", "Spring", 0L, 12L)),
                List.of(line(EntityType.CREATOR, "__other__", "Other", -2L, 1L))));

        assertThat(text).isEqualTo("""
                        series_kind,bucket_start,entity_id,entity_label,metric,unit,mode,value,is_partial
                        main,2026-02-02,1,Spring,views,count,new,3120,false
                        main,2026-02-03,1,Spring,views,count,new,,true
                        compare,2026-02-02,1,Spring,views,count,new,0,false
                        compare,2026-02-03,1,Spring,views,count,new,12,true
                        breakdown,2026-02-02,__other__,Other,views,count,new,-2,false
                        breakdown,2026-02-03,__other__,Other,views,count,new,1,true
                        """.replace("\n", "\r\n"));
    }

    @Test
    void fractions_have_no_exponent() {
        var text = csv(new Lines(
                List.of(line(EntityType.VIDEO, "1", "Clip", 0.00001234, 12_345_678_901.5)), List.of(), List.of()));

        assertThat(text).contains(",0.00001234,").contains(",12345678901.5,");
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertThat(labelled(EntityType.VIDEO, "One, \"two\"\nthree"))
                .startsWith("main,2026-02-02,1,\"One, \"\"two\"\"\nthree\",views");
    }

    @Test
    void what_a_spreadsheet_would_run_is_text() {
        assertThat(labelled(EntityType.VIDEO, "=HYPERLINK(\"https://example.com\")"))
                .contains(",\"'=HYPERLINK(\"\"https://example.com\"\")\",");
        assertThat(labelled(EntityType.CAMPAIGN, "-1+cmd|' /C calc'!A0")).contains(",'-1+cmd");
        assertThat(labelled(EntityType.VIDEO, "@SUM(A1)")).contains(",'@SUM(A1),");
    }

    @Test
    void handles_stay_as_they_are() {
        assertThat(labelled(EntityType.CREATOR, "@some.handle")).contains(",@some.handle,");
    }
}
