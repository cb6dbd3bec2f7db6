package io.groundswell.annotation.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.annotation.Annotation;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.JsonMerge;
import io.groundswell.wire.v1.FixedParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what callers write down, and tells everything that is wrong with it at once. */
@ApplicationScoped
class AnnotationForms {
    private static final FixedParts FIXED = new FixedParts(Set.of("at", "title", "body_md"));

    private final BodyReader reader;
    private final JsonMerge merge;
    private final ObjectMapper json;

    AnnotationForms(BodyReader reader, JsonMerge merge, ObjectMapper json) {
        this.reader = reader;
        this.merge = merge;
        this.json = json;
    }

    AnnotationForm read(JsonNode body) {
        return reader.read(body, AnnotationForm.class, AnnotationForm::violationsOfNew);
    }

    /** The annotation as it is, but for the fields that the update sends. */
    AnnotationForm read(Annotation annotation, JsonNode update) {
        var fixed = FIXED.changed(update, json.valueToTree(AnnotationResponse.of(annotation)));
        return reader.read(
                merge.patched(AnnotationForm.of(annotation), update), AnnotationForm.class, form -> Stream.concat(
                                fixed.stream(), form.violationsOfChanged().stream())
                        .toList());
    }
}
