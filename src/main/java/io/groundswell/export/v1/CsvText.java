package io.groundswell.export.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.export.Column;
import io.groundswell.export.ExportFormat;
import io.groundswell.export.ExportText;
import io.groundswell.export.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** CSV as RFC 4180 has it, with a header line. Nothing is an empty cell, and a list is a JSON array in one cell. */
@ApplicationScoped
class CsvText implements ExportText {
    private static final String LINE_END = "\r\n";

    /** A spreadsheet would take a text that begins so for a formula; see OWASP on CSV injection. */
    private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private final ObjectMapper json;

    CsvText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.CSV;
    }

    @Override
    public void begin(StringBuilder text, Section section, boolean first) {
        line(text, section.columns().stream().map(Column::name).toList());
    }

    @Override
    public void row(StringBuilder text, Section section, List<Object> values, boolean first) {
        line(text, values.stream().map(this::cell).toList());
    }

    @Override
    public void end(StringBuilder text, Section section, boolean last) {
        // The last line ends like all others.
    }

    private static void line(StringBuilder text, List<String> cells) {
        var separator = "";
        for (var cell : cells) {
            text.append(separator).append(quoted(cell));
            separator = ",";
        }
        text.append(LINE_END);
    }

    private String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        // Numbers are ours: a negative one is no formula.
        return value instanceof String text ? harmless(text) : Cells.of(value).toString();
    }

    private String array(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is always writable", e);
        }
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String quoted(String cell) {
        return TO_BE_QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
