package io.groundswell.database;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why the database did not answer a question. */
public enum DatabaseError implements ErrorCode {
    TOO_MUCH_TO_COUNT,
    TOO_MANY_QUESTIONS;

    @Override
    public Kind kind() {
        return this == TOO_MUCH_TO_COUNT ? Kind.UNAVAILABLE : Kind.TOO_MANY;
    }
}
