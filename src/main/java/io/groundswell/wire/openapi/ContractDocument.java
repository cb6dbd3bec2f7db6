package io.groundswell.wire.openapi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Makes a complete description of one contract out of what the build has found: paths, methods and the names of
 * parameters are the scanner's, all else follows from the code by the contract's {@link Convention}. It runs while the
 * server is built, so neither starting nor a native executable knows of it.
 */
public abstract class ContractDocument implements OASFilter {
    private static final DotName FILE = DotName.createSimple(InputStream.class);
    private static final DotName JSON_NODE = DotName.createSimple("com.fasterxml.jackson.databind.JsonNode");

    private final IndexView index;
    private final Convention convention;

    protected ContractDocument(IndexView index, Convention convention) {
        this.index = index;
        this.convention = convention;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = OASFactory.createComponents();
        var schemas = new Schemas(index);
        var examples = Examples.of(convention.name());
        var parameters = new Parameters(index, convention);
        var answers = new Answers(convention, schemas, examples, components);
        for (var endpoint : Endpoints.of(document, convention.contracts(), index)) {
            tag(endpoint);
            secure(endpoint);
            parameters.describe(endpoint);
            describeBody(endpoint, schemas, examples);
            answers.describe(endpoint);
        }
        Headers.keep(components);
        convention.credentials().forEach(components::addSecurityScheme);
        schemas.named().forEach(components::addSchema);
        document.setComponents(components);
        document.setServers(new ArrayList<>(List.of(OASFactory.createServer().url("/"))));
        document.setTags(null);
    }

    private void tag(Endpoint endpoint) {
        var prefix = convention.contracts().get(0).prefix() + "/";
        var rest = endpoint.path().startsWith(prefix) ? endpoint.path().substring(prefix.length()) : endpoint.path();
        endpoint.operation()
                .setTags(new ArrayList<>(List.of(rest.replaceFirst("^/", "").split("/")[0])));
    }

    private void secure(Endpoint endpoint) {
        var requirements = new ArrayList<SecurityRequirement>();
        if (!endpoint.isOpen()) {
            var scopes = new ArrayList<>(endpoint.scope().stream().toList());
            convention
                    .credentials()
                    .keySet()
                    .forEach(name -> requirements.add(
                            OASFactory.createSecurityRequirement().addScheme(name, scopes)));
        }
        endpoint.operation().setSecurity(requirements);
        endpoint.scope()
                .ifPresent(scope -> endpoint.operation().setDescription("Needs the scope `%s`.".formatted(scope)));
    }

    private void describeBody(Endpoint endpoint, Schemas schemas, Examples examples) {
        var body = endpoint.body();
        if (body.isEmpty()) {
            endpoint.operation().setRequestBody(null);
            return;
        }
        if (body.get().type().name().equals(FILE)) {
            endpoint.operation().setRequestBody(file(endpoint, examples));
            return;
        }
        var json = body.get().type().name().equals(JSON_NODE);
        var type = Endpoint.declared(body.get()).orElse(body.get().type());
        var schema = schemas.of(type, json && endpoint.verb() == HttpMethod.PUT ? Flavor.PATCH : Flavor.REQUEST);
        var content = Answers.json(schema);
        examples.request(endpoint).ifPresent(content.getMediaType("application/json")::setExample);
        // Where nothing is needed, no body is as good as an empty object. What is to be deleted can be told by the
        // address.
        var needed = json
                ? endpoint.verb() != HttpMethod.DELETE
                : schemas.resolve(schema).getRequired() != null;
        endpoint.operation()
                .setRequestBody(OASFactory.createRequestBody().required(needed).content(content));
    }

    private static RequestBody file(Endpoint endpoint, Examples examples) {
        var text = OASFactory.createMediaType().schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        var content = OASFactory.createContent();
        endpoint.files().forEach(type -> content.addMediaType(type, text));
        if (content.getMediaTypes().size() == 1) {
            examples.request(endpoint).ifPresent(text::setExample);
        }
        return OASFactory.createRequestBody().required(true).content(content);
    }
}
