package io.groundswell.wire.envelope;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.groundswell.database.Edge;
import io.groundswell.shared.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.function.Function;

/** A stretch of a list; {@code meta.nextCursor} leads on, and is null at the end. */
@RegisterForReflection
public record EnvelopeList<T>(List<T> data, Nothing error, Paging meta) {

    @RegisterForReflection
    public record Paging(
            @JsonProperty("nextCursor") @Nullable String nextCursor) {}

    /** @param edge where a row stands in the list */
    public static <T, R> EnvelopeList<R> of(Page<T> page, Function<T, Edge> edge, Function<T, R> change) {
        var last = page.items().isEmpty() ? null : page.items().get(page.items().size() - 1);
        var next = page.more() ? Cursor.write(edge.apply(last)) : null;
        return new EnvelopeList<>(page.items().stream().map(change).toList(), null, new Paging(next));
    }
}
