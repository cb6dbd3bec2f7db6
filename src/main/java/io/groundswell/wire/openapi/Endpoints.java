package io.groundswell.wire.openapi;

import io.groundswell.wire.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Finds the operations of some contracts, and takes those of the others out of their document. */
final class Endpoints {
    private Endpoints() {}

    static List<Endpoint> of(OpenAPI document, List<Contract> contracts, IndexView index) {
        var endpoints = new ArrayList<Endpoint>();
        var paths = document.getPaths();
        for (var path : new LinkedHashMap<>(paths.getPathItems()).entrySet()) {
            if (contracts.contains(Contract.of(path.getKey()))) {
                path.getValue()
                        .getOperations()
                        .forEach((verb, operation) -> endpoints.add(new Endpoint(
                                path.getKey(), verb, operation, method(operation.getOperationId(), index))));
            } else {
                paths.removePathItem(path.getKey());
            }
        }
        return endpoints;
    }

    /** An operation is called as its method says, or else, as the configuration has it, by the method's full name. */
    private static MethodInfo method(String id, IndexView index) {
        return index.getAnnotations(Operation.class).stream()
                .filter(note -> note.value("operationId") != null)
                .filter(note -> note.value("operationId").asString().equals(id))
                .map(note -> note.target().asMethod())
                .findFirst()
                .orElseGet(() -> byName(id, index));
    }

    private static MethodInfo byName(String id, IndexView index) {
        var end = id.lastIndexOf('_');
        return index.getClassByName(id.substring(0, end)).methods().stream()
                .filter(method -> method.name().equals(id.substring(end + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No method is called " + id));
    }
}
