package io.groundswell.wire.openapi;

import io.groundswell.wire.HeaderNames;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.Type;

/** Describes what operations answer. */
final class Answers {
    static final String JSON = "application/json";

    private final Convention convention;
    private final Schemas schemas;
    private final Examples examples;
    private final Refusals refusals;

    Answers(Convention convention, Schemas schemas, Examples examples, Components components) {
        this.convention = convention;
        this.schemas = schemas;
        this.examples = examples;
        this.refusals = new Refusals(convention, schemas, examples, components);
    }

    void describe(Endpoint endpoint) {
        var responses = OASFactory.createAPIResponses();
        var declared = Declared.of(endpoint, schemas);
        declared.forEach((status, response) -> {
            var own = status.startsWith("2") ? ofSuccess(endpoint) : List.<String>of();
            response.headers(Headers.answered(convention.headers(endpoint, own)));
            if (status.startsWith("2") && response.getContent().getMediaType(JSON) != null) {
                examples.success(endpoint).ifPresent(response.getContent().getMediaType(JSON)::setExample);
            }
            responses.addAPIResponse(status, response);
        });
        // What returns nothing only refuses.
        var answers = endpoint.answer().kind() != Type.Kind.VOID;
        if (answers && declared.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            responses.addAPIResponse(String.valueOf(endpoint.status()), success(endpoint));
        }
        refusals.of(endpoint).forEach((status, response) -> {
            if (!declared.containsKey(String.valueOf(status))) {
                responses.addAPIResponse(String.valueOf(status), response);
            }
        });
        endpoint.operation().setResponses(responses);
    }

    private APIResponse success(Endpoint endpoint) {
        var content = json(schemas.of(endpoint.answer(), Flavor.ANSWER));
        examples.success(endpoint).ifPresent(content.getMediaType(JSON)::setExample);
        return OASFactory.createAPIResponse()
                .description("Done")
                .headers(Headers.answered(convention.headers(endpoint, ofSuccess(endpoint))))
                .content(content);
    }

    private static List<String> ofSuccess(Endpoint endpoint) {
        return endpoint.isIdempotent() ? List.of(HeaderNames.IDEMPOTENCY_REPLAYED) : List.of();
    }

    static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType(JSON, OASFactory.createMediaType().schema(schema));
    }
}
