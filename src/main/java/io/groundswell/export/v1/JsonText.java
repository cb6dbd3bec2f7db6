package io.groundswell.export.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.export.ExportFormat;
import io.groundswell.export.ExportText;
import io.groundswell.export.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;

/** One JSON document, {@code {"content":[…],"metrics":[…],"costs":[…]}}, with a line for each row. */
@ApplicationScoped
class JsonText implements ExportText {
    private final ObjectMapper json;

    JsonText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.JSON;
    }

    @Override
    public void begin(StringBuilder text, Section section, boolean first) {
        text.append(first ? "{" : ",\n").append('"').append(section).append("\":[");
    }

    @Override
    public void row(StringBuilder text, Section section, List<Object> values, boolean first) {
        text.append(first ? "\n" : ",\n").append(object(section, values));
    }

    private String object(Section section, List<Object> values) {
        var object = new LinkedHashMap<String, Object>();
        for (var at = 0; at < values.size(); at++) {
            object.put(section.columns().get(at).name(), Cells.of(values.get(at)));
        }
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts, numbers and lists are always writable", e);
        }
    }

    @Override
    public void end(StringBuilder text, Section section, boolean last) {
        text.append(last ? "]}\n" : "]");
    }
}
