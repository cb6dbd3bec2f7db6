package io.groundswell.database;

import java.util.Map;
import javax.sql.DataSource;

/** Lets one transaction at a time do something about a subject for which there is no row to hold yet. */
public final class Alone {
    private static final Sql HOLD = Sql.text("select pg_advisory_xact_lock(hashtextextended(:subject, 0))");

    private Alone() {}

    /**
     * Waits for its turn, which ends with the transaction.
     *
     * @param subject what is done, and about whom
     */
    public static void with(DataSource database, String subject) {
        HOLD.call(database, Map.of("subject", subject));
    }
}
