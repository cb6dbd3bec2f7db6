package io.groundswell.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a section, from left to right. */
record Columns(List<Column> all) {
    static Columns of(Column.Kind kind, String... names) {
        return new Columns(columns(kind, names).toList());
    }

    Columns and(Column.Kind kind, String... names) {
        return new Columns(Stream.concat(all.stream(), columns(kind, names)).toList());
    }

    private static Stream<Column> columns(Column.Kind kind, String... names) {
        return Arrays.stream(names).map(name -> new Column(name, kind));
    }
}
