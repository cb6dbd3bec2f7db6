package io.groundswell.series.envelope;

import io.groundswell.series.Answer;
import io.groundswell.series.EntityRef;
import io.groundswell.series.EntityType;
import io.groundswell.series.Line;
import io.groundswell.series.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** An answer as RFC 4180 has it: a header, then a line for each point. What nobody knows is an empty cell. */
final class CsvAnswer {
    private static final List<String> HEADER = List.of(
            "series_kind",
            "bucket_start",
            "entity_id",
            "entity_label",
            "metric",
            "unit",
            "mode",
            "value",
            "is_partial");

    /** A spreadsheet would take a text that begins so for a formula. */
    private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private final Answer answer;
    private final StringBuilder text = new StringBuilder();

    private CsvAnswer(Answer answer) {
        this.answer = answer;
    }

    static String of(Answer answer) {
        var csv = new CsvAnswer(answer);
        csv.row(HEADER);
        csv.add("main", answer.lines().main());
        csv.add("compare", answer.lines().compared());
        csv.add("breakdown", answer.lines().parts());
        return csv.text.toString();
    }

    private void add(String kind, List<Line> lines) {
        var question = answer.question();
        for (var line : lines) {
            var label = label(line.entity());
            for (var point : line.points()) {
                row(List.of(
                        kind,
                        point.bucketStart().toString(),
                        line.entity().id(),
                        label,
                        question.metric().toString(),
                        question.metric().unit(),
                        question.reading().toString(),
                        value(point),
                        String.valueOf(isPartial(point))));
            }
        }
    }

    /** Handles have no character that a formula needs, so theirs stay as they are. */
    private static String label(EntityRef entity) {
        var label = entity.label();
        var runs = entity.type() != EntityType.CREATOR && !label.isEmpty() && FORMULAS.indexOf(label.charAt(0)) >= 0;
        return runs ? "'" + label : label;
    }

    private static String value(Point point) {
        if (point.value() instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        return point.value() == null ? "" : point.value().toString();
    }

    private boolean isPartial(Point point) {
        return answer.partial() != null && answer.partial().start().equals(point.bucketStart());
    }

    private void row(List<String> cells) {
        var separator = "";
        for (var cell : cells) {
            text.append(separator)
                    .append(TO_BE_QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            separator = ",";
        }
        text.append("\r\n");
    }
}
