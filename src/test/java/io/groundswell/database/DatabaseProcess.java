package io.groundswell.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A second Java process with a database of its own, to be killed. */
final class DatabaseProcess {
    private DatabaseProcess() {}

    static Process start(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    static String lineStartingWith(String start, Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("No line starting with " + start + " in\n" + seen);
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('written before the kill')");
        }
        System.out.println("committed");
        Thread.sleep(Long.MAX_VALUE);
    }
}
