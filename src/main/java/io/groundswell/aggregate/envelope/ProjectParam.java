package io.groundswell.aggregate.envelope;

import io.groundswell.wire.envelope.Query;
import java.util.UUID;

/** The parameter that every question has. */
final class ProjectParam {
    private static final String NAME = "project_id";

    private ProjectParam() {}

    static UUID read(Query query, String text) {
        return query.id(NAME, query.required(NAME, text));
    }
}
