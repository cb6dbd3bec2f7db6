package io.groundswell.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What looks at plans of statements, in a transaction that leaves nothing behind. */
abstract class PlansTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    Connection connection;

    @BeforeEach
    void open() throws SQLException {
        // What is explained has parameters that nobody binds.
        var simple = url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple";
        connection = DriverManager.getConnection(simple, user, password);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** A week of events that nobody else has. */
    void makeWeek() throws SQLException {
        run("create table event_2031w02 partition of event"
                + " for values from ('2031-01-06 00:00+00') to ('2031-01-13 00:00+00')");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
