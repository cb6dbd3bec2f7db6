package io.groundswell.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is in deploy/ for Kubernetes and Knative. */
public final class Manifests {
    public static final ObjectMapper STRICT =
            YAMLMapper.builder().annotationIntrospector(new NothingElse()).build();

    private Manifests() {}

    /** The models take any field, to be of use to newer servers; here a field that they do not know is a mistake. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    public static List<JsonNode> all() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var folder : List.of("deploy/kubernetes", "deploy/knative")) {
            try (var files = Files.list(Path.of(folder))) {
                for (var file : files.sorted().toList()) {
                    try (var documents =
                            STRICT.readerFor(new TypeReference<JsonNode>() {}).<JsonNode>readValues(file.toFile())) {
                        documents.forEachRemaining(all::add);
                    }
                }
            }
        }
        return all;
    }

    /** The one of its kind. */
    public static JsonNode only(String version, String kind) throws IOException {
        var found = all().stream()
                .filter(manifest -> manifest.path("apiVersion").asText().equals(version)
                        && manifest.path("kind").asText().equals(kind))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("%d of %s %s".formatted(found.size(), version, kind));
        }
        return found.get(0);
    }
}
