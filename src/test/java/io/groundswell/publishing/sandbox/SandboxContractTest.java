package io.groundswell.publishing.sandbox;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.PublisherContract;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import io.groundswell.shared.Mode;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The sandbox stands in for networks, so it keeps their promises. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SandboxContractTest extends PublisherContract {
    @Inject
    SandboxFaults faults;

    @Inject
    Rows rows;

    @Override
    protected Platform platform() {
        return Platform.LINKEDIN;
    }

    @Override
    protected Mode mode() {
        return Mode.TEST;
    }

    /** It is always there. */
    @Override
    protected void connect() {
        faults.clear();
    }

    @AfterEach
    void calm() {
        faults.clear();
    }

    @Override
    protected void cause(Trouble trouble) {
        faults.queue(
                switch (trouble) {
                    case BROKEN -> Fault.PASSING;
                    case LIMITED -> Fault.LIMITED;
                    case SLOW, DIES_AFTER_ACTING -> Fault.TIMEOUT_AFTER_ACTING;
                    case REFUSES, REFUSES_MEDIA, REVOKED -> Fault.PERMANENT;
                },
                1);
    }

    @Override
    protected List<String> book() {
        return rows.texts("select post_id from sandbox_post where organization_id = '" + organization.id()
                + "' order by at, reference");
    }
}
