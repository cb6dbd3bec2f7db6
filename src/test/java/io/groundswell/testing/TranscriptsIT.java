package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** As the server is shipped: the packaged jar, or the native executable when one was built. */
@QuarkusIntegrationTest
@WithTestResource(TestDatabase.class)
class TranscriptsIT extends Transcripts {
    /** Given by itself. */
    TestDatabase resource;

    private AgroalDataSource database;

    @BeforeEach
    void connect() {
        database = resource.connect();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Override
    AgroalDataSource database() {
        return database;
    }
}
