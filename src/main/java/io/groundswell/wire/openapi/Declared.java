package io.groundswell.wire.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Type;

/** Answers that a method's own {@link APIResponse} tells of, where its type cannot: pages, files, more than one shape. */
final class Declared {
    private Declared() {}

    static Map<String, org.eclipse.microprofile.openapi.models.responses.APIResponse> of(
            Endpoint endpoint, Schemas schemas) {
        var declared = new TreeMap<String, org.eclipse.microprofile.openapi.models.responses.APIResponse>();
        for (var note : endpoint.method()
                .annotationsWithRepeatable(org.jboss.jandex.DotName.createSimple(APIResponse.class), schemas.index())) {
            var status = note.value("responseCode").asString();
            declared.put(status, response(endpoint.operation().getResponses(), status, note, schemas));
        }
        return declared;
    }

    /** The type that its first content names is described in our own way; other kinds of content stay as they are. */
    private static org.eclipse.microprofile.openapi.models.responses.APIResponse response(
            APIResponses scanned, String status, AnnotationInstance note, Schemas schemas) {
        var response = scanned.getAPIResponse(status);
        var type = note.value("content") == null
                ? null
                : type(note.value("content").asNestedArray()[0]);
        if (type != null) {
            var content = Answers.json(schemas.of(type, Flavor.ANSWER));
            response.getContent().getMediaTypes().forEach((name, other) -> {
                if (!content.hasMediaType(name)) {
                    content.addMediaType(name, other);
                }
            });
            response.content(content);
        }
        return response;
    }

    private static Type type(AnnotationInstance content) {
        var schema =
                content.value("schema") == null ? null : content.value("schema").asNested();
        return schema == null || schema.value("implementation") == null
                ? null
                : schema.value("implementation").asClass();
    }
}
