package io.groundswell.source;

import io.groundswell.shared.Refusal;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The adapters, by their kinds. */
@ApplicationScoped
class Sources {
    private final List<Source> sources;

    Sources(@All List<Source> sources) {
        this.sources = sources;
    }

    Source of(SourceKind kind) {
        return sources.stream()
                .filter(source -> source.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no source " + kind));
    }

    /** For somebody who wants to connect one. */
    Source offered(SourceKind kind) {
        var source = of(kind);
        if (!source.isOffered()) {
            throw Refusal.invalid("kind", "kind: this server does not offer the %s", kind);
        }
        return source;
    }
}
