package io.groundswell.database;

import java.sql.SQLException;

/** The database did not do what it was asked; the cause says why. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
