package io.groundswell.wire.openapi;

import io.groundswell.wire.HeaderNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The headers that requests and answers have in common. */
final class Headers {
    static final String RETRY_AFTER = "Retry-After";
    static final List<String> RATE = List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");

    private record Told(String description, Schema schema) {}

    private static final Map<String, Told> SENT = Map.of(
            HeaderNames.REQUEST_ID,
            new Told(
                    "1 to 128 printable ASCII characters come back on the answer and stand in every log line; else one of ours does",
                    text()),
            HeaderNames.IDEMPOTENCY_KEY,
            new Told("A repeat with the same key, path and body gets the first answer and does nothing", printable()),
            "X-Tenant-ID",
            new Told("With a session, another organization that you are a member of; with a key its own", printable()));

    private static final Map<String, Told> ANSWERED = Map.of(
            HeaderNames.REQUEST_ID,
            new Told("Yours, or one of ours; quote it in reports", text()),
            HeaderNames.IDEMPOTENCY_REPLAYED,
            new Told("`true` when this is the first answer to the Idempotency-Key, given once more", text()),
            RETRY_AFTER,
            new Told("How many seconds to wait", number()),
            "X-RateLimit-Limit",
            new Told("Requests that a minute allows; -1 when there is no limit", number()),
            "X-RateLimit-Remaining",
            new Told("Requests that are left in this minute", number()),
            "X-RateLimit-Reset",
            new Told("When the minute ends, in Unix seconds", number()));

    private Headers() {}

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema printable() {
        return text().pattern("^[ -~]{1,255}$");
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64");
    }

    /** Keeps all that the document may refer to. */
    static void keep(Components components) {
        new TreeMap<>(SENT)
                .forEach((name, told) -> components.addParameter(
                        name,
                        OASFactory.createParameter()
                                .name(name)
                                .in(Parameter.In.HEADER)
                                .description(told.description())
                                .schema(told.schema())));
        new TreeMap<>(ANSWERED)
                .forEach((name, told) -> components.addHeader(
                        name,
                        OASFactory.createHeader()
                                .description(told.description())
                                .schema(told.schema())));
    }

    static Parameter parameter(String name) {
        return OASFactory.createParameter().ref(name);
    }

    static Map<String, Header> answered(Iterable<String> names) {
        var headers = new LinkedHashMap<String, Header>();
        names.forEach(name -> headers.put(name, OASFactory.createHeader().ref(name)));
        return headers;
    }
}
