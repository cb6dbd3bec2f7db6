package io.groundswell.wire.openapi;

import io.groundswell.wire.Needs;
import io.groundswell.wire.Open;
import io.groundswell.wire.idempotency.Idempotent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;

/** One operation of a document, and the method that carries it out. */
public record Endpoint(String path, HttpMethod verb, Operation operation, MethodInfo method) {
    private static final DotName CONSUMES = DotName.createSimple(Consumes.class);
    private static final String BODY =
            org.eclipse.microprofile.openapi.annotations.parameters.RequestBody.class.getName();

    /** As the examples know it. */
    String address() {
        return verb + " " + path;
    }

    public boolean isOpen() {
        return method.hasAnnotation(Open.class);
    }

    public boolean isIdempotent() {
        return method.hasAnnotation(Idempotent.class);
    }

    public boolean isWrite() {
        return verb != HttpMethod.GET;
    }

    /** Empty when any credential will do. */
    Optional<String> scope() {
        return Optional.ofNullable(method.annotation(Needs.class))
                .map(needs -> needs.value())
                .map(AnnotationValue::asString)
                .filter(scope -> !scope.isEmpty());
    }

    public List<String> ownCodes() {
        var refuses = method.annotation(Refuses.class);
        return refuses == null ? List.of() : Arrays.asList(refuses.value().asStringArray());
    }

    /** @param query the name of a parameter in the address */
    public boolean takes(String query) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> query.equals(parameter.getName()));
    }

    int status() {
        var declared = method.annotation(ResponseStatus.class);
        return declared == null ? 200 : declared.value().asInt();
    }

    /** What is answered in the end, where it is promised. */
    Type answer() {
        var type = method.returnType();
        return type.name().toString().equals(CompletionStage.class.getName())
                ? type.asParameterizedType().arguments().get(0)
                : type;
    }

    /** The one parameter that no annotation takes from somewhere else. */
    public Optional<MethodParameterInfo> body() {
        return method.parameters().stream()
                .filter(parameter -> parameter.declaredAnnotations().stream()
                        .map(note -> note.name().toString())
                        .noneMatch(name -> name.startsWith("jakarta.ws.rs.") || name.contains(".reactive.Rest")))
                .findFirst();
    }

    /** Types of a file; where none is told, it is found out what it is. */
    List<String> files() {
        var told = Stream.of(method.declaringClass()
                        .declaredAnnotation(CONSUMES)
                        .value()
                        .asStringArray())
                .filter(type -> !type.equals(MediaType.APPLICATION_JSON))
                .toList();
        return told.isEmpty() ? List.of("text/csv", "application/x-ndjson") : told;
    }

    /** What JSON is read as, for a body whose type does not say. */
    static Optional<Type> declared(MethodParameterInfo body) {
        return body.declaredAnnotations().stream()
                .filter(note -> note.name().toString().equals(BODY))
                .map(note ->
                        note.value("content").asNestedArray()[0].value("schema").asNested())
                .map(schema -> schema.value("implementation").asClass())
                .findFirst();
    }
}
