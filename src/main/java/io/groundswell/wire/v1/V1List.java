package io.groundswell.wire.v1;

import io.groundswell.shared.Page;
import java.util.List;
import java.util.function.Function;

/** {@code {"data":[…],"has_more":bool,"total":int}}; {@code total} counts all rows that match, not the page. */
public record V1List<T>(List<T> data, boolean hasMore, long total) {
    public static <T, R> V1List<R> of(Page<T> page, Function<T, R> change) {
        return new V1List<>(page.items().stream().map(change).toList(), page.more(), page.total());
    }
}
