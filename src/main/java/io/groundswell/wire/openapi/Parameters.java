package io.groundswell.wire.openapi;

import io.groundswell.wire.HeaderNames;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Describes what callers put into the address and the headers. */
final class Parameters {
    private static final List<DotName> NAMING = Stream.of(RestQuery.class, RestPath.class, PathParam.class)
            .map(DotName::createSimple)
            .toList();

    private final IndexView index;
    private final Convention convention;

    Parameters(IndexView index, Convention convention) {
        this.index = index;
        this.convention = convention;
    }

    void describe(Endpoint endpoint) {
        var parameters = new ArrayList<Parameter>();
        if (endpoint.operation().getParameters() != null) {
            parameters.addAll(endpoint.operation().getParameters());
        }
        for (var parameter : parameters) {
            if (parameter.getDescription() == null) {
                parameter.description(Words.of(endpoint.path(), parameter));
            }
            choices(endpoint, parameter.getName())
                    .ifPresentOrElse(
                            choices -> choose(parameter, choices),
                            () -> Words.shape(endpoint.path(), parameter.getName(), parameter.getSchema()));
        }
        headers(endpoint).forEach(name -> parameters.add(Headers.parameter(name)));
        endpoint.operation().setParameters(parameters);
    }

    private LinkedHashSet<String> headers(Endpoint endpoint) {
        var names = new LinkedHashSet<String>();
        names.add(HeaderNames.REQUEST_ID);
        if (!endpoint.isOpen()) {
            names.addAll(convention.requestHeaders());
        }
        if (endpoint.isIdempotent()) {
            names.add(HeaderNames.IDEMPOTENCY_KEY);
        }
        return names;
    }

    private void choose(Parameter parameter, AnnotationInstance choices) {
        var one = OASFactory.createSchema().addType(SchemaType.STRING).enumeration(words(choices));
        if (choices.value("several") != null && !choices.value("several").asBoolean()) {
            parameter.schema(one);
        } else {
            parameter.schema(OASFactory.createSchema()
                    .addType(SchemaType.ARRAY)
                    .items(one)
                    .minItems(1));
            parameter.style(Parameter.Style.FORM).explode(false);
        }
    }

    private List<Object> words(AnnotationInstance choices) {
        if (choices.value() != null) {
            return Schemas.words(index.getClassByName(choices.value().asClass().name()));
        }
        return new ArrayList<>(Arrays.asList(choices.value("words").asStringArray()));
    }

    /** On the parameter itself, or on the component of a record that gathers parameters. */
    private Optional<AnnotationInstance> choices(Endpoint endpoint, String name) {
        for (var parameter : endpoint.method().parameters()) {
            if (name.equals(named(parameter.declaredAnnotations(), parameter.name()))) {
                return Optional.ofNullable(parameter.declaredAnnotation(Choices.class));
            }
            var record = gathered(parameter);
            if (record.isPresent()) {
                for (var field : index.getClassByName(record.get()).fields()) {
                    if (name.equals(named(field.declaredAnnotations(), field.name()))) {
                        return Optional.ofNullable(field.declaredAnnotation(Choices.class));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DotName> gathered(MethodParameterInfo parameter) {
        return parameter.hasDeclaredAnnotation(BeanParam.class)
                ? Optional.of(parameter.type().name())
                : Optional.empty();
    }

    private static String named(List<AnnotationInstance> notes, String otherwise) {
        return notes.stream()
                .filter(note -> NAMING.contains(note.name()))
                .map(note -> note.value() == null ? otherwise : note.value().asString())
                .findFirst()
                .orElse(null);
    }
}
