package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Ranking;
import io.groundswell.wire.envelope.Nothing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a ranking. */
@RegisterForReflection
record RankingResponse<T>(List<T> data, Nothing error, Total meta) {

    @RegisterForReflection
    record Total(
            @Schema(description = "How many there are, before limit and offset")
            long totalCount) {}

    static <T, R> RankingResponse<R> of(Ranking<T> ranking, Function<T, R> change) {
        return new RankingResponse<>(ranking.items().stream().map(change).toList(), null, new Total(ranking.total()));
    }
}
