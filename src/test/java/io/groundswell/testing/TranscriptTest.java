package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** While the server is written. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TranscriptTest extends Transcripts {
    @Inject
    AgroalDataSource database;

    @Override
    AgroalDataSource database() {
        return database;
    }
}
