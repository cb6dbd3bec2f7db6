package io.groundswell.wire.openapi;

import static io.groundswell.wire.openapi.Answers.JSON;

import io.groundswell.wire.Contract;
import io.groundswell.wire.HeaderNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Describes how operations refuse. What many refuse in the same way is described once. */
final class Refusals {
    private final Convention convention;
    private final Schemas schemas;
    private final Examples examples;
    private final Components components;

    Refusals(Convention convention, Schemas schemas, Examples examples, Components components) {
        this.convention = convention;
        this.schemas = schemas;
        this.examples = examples;
        this.components = components;
    }

    /** By their statuses. Fails where an operation refuses with a code that its contract has no words for. */
    Map<Integer, APIResponse> of(Endpoint endpoint) {
        requireWords(endpoint);
        var responses = new TreeMap<Integer, APIResponse>();
        convention.faults().stream()
                .filter(fault -> fault.mayBe().test(endpoint))
                .collect(Collectors.groupingBy(Fault::status))
                .forEach((status, faults) -> responses.put(status, refusal(endpoint, status, faults)));
        return responses;
    }

    private void requireWords(Endpoint endpoint) {
        var known = convention.faults().stream().map(Fault::code).toList();
        for (var code : endpoint.ownCodes()) {
            if (!known.contains(code)) {
                throw new IllegalStateException(
                        "%s refuses with %s, which the document cannot explain".formatted(endpoint.path(), code));
            }
        }
    }

    /** One that is worded for the operation when it is an example of its own, or has a code of its own. */
    private APIResponse refusal(Endpoint endpoint, int status, List<Fault> faults) {
        var seen = examples.refusals(endpoint, status);
        if (seen.isEmpty()
                && faults.stream().noneMatch(fault -> endpoint.ownCodes().contains(fault.code()))) {
            var name = (type(endpoint).equals(JSON) ? "" : "Page")
                    + Fault.name(status)
                    + (convention.limited().test(endpoint) ? "" : "Unlimited")
                    + codes(faults);
            if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
                components.addResponse(name, worded(endpoint, faults));
            }
            return OASFactory.createAPIResponse().ref(name);
        }
        var response = worded(endpoint, faults);
        seen.forEach((code, body) -> response.getContent()
                .getMediaType(JSON)
                .addExample(code, OASFactory.createExample().value(body)));
        return response;
    }

    /** What tells one apart from others of its status: nothing when there is but one code. */
    private static String codes(List<Fault> faults) {
        return faults.size() == 1
                ? ""
                : faults.stream()
                        .flatMap(fault -> Stream.of(fault.code().split("_")))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    private APIResponse worded(Endpoint endpoint, List<Fault> faults) {
        var own = new ArrayList<String>();
        // Nobody is counted where nobody has to say who calls, unless all are.
        if (!endpoint.isOpen() && faults.stream().anyMatch(Fault::countsCallers)) {
            own.addAll(Headers.RATE);
        }
        if (faults.stream().anyMatch(Fault::tellsWhenToRetry)) {
            own.add(Headers.RETRY_AFTER);
        } else if (convention.replays() && faults.stream().allMatch(Fault::isKept)) {
            own.add(HeaderNames.IDEMPOTENCY_REPLAYED);
        }
        return OASFactory.createAPIResponse()
                .description(faults.stream()
                        .map(fault -> "`%s`: %s".formatted(fault.code(), fault.when()))
                        .collect(Collectors.joining(". ")))
                .headers(Headers.answered(convention.headers(endpoint, own)))
                .content(error(endpoint))
                .addExtension(
                        "x-error-codes",
                        new ArrayList<>(faults.stream().map(Fault::code).toList()));
    }

    /** In the words of the address's contract: it may be that pages are for people, and the rest for machines. */
    private Content error(Endpoint endpoint) {
        if (type(endpoint).equals(JSON)) {
            return Answers.json(
                    schemas.of(Type.create(DotName.createSimple(convention.errors()), Type.Kind.CLASS), Flavor.ANSWER));
        }
        var page = OASFactory.createSchema().addType(SchemaType.STRING);
        return OASFactory.createContent()
                .addMediaType(type(endpoint), OASFactory.createMediaType().schema(page));
    }

    private static String type(Endpoint endpoint) {
        return Contract.of(endpoint.path()).mediaType().split(";")[0];
    }
}
