package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every SQL file is understood by the migrated database: no column is misspelt, no type is unclear. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SqlFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/groundswell");

    @Inject
    AgroalDataSource database;

    @TestFactory
    Stream<DynamicTest> every_file_can_be_prepared() throws IOException {
        return files().stream()
                .map(file -> dynamicTest(FOLDER.relativize(file).toString(), () -> assertThatCode(() -> prepare(file))
                        .doesNotThrowAnyException()));
    }

    private void prepare(Path file) throws Exception {
        var sql = Sql.text(Files.readString(file));
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(sql.statement())) {
            prepared.getParameterMetaData().getParameterCount();
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
