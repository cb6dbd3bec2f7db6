package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is asked often, of tables that grow for years, is found by an index of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class IndexesTest extends PlansTest {
    private static final int MANY = 10_000;

    private String plan(String place) throws Exception {
        return Statements.plan(connection, Statements.all().get(place)).toString();
    }

    private void fill() throws SQLException {
        run("""
                insert into organization (id, version, name, slug, status, plan, timezone, config, limits, created_at, updated_at)
                values ('tnt_plans', 0, 'Plans', 'plans', 'ACTIVE', 'PRO', 'UTC', '{}', '{}', now(), now())""");
        run("""
                insert into mission (id, organization_id, mode, version, name, status, objectives, platforms, constraints, kpis,
                    duration_days, created_by, created_at, updated_at)
                select 'msn_' || n, 'tnt_plans', 'LIVE', 0, 'Launch', 'ACTIVE', array['Be seen'], array['TWITTER'], '{}', '[]', 60,
                    'usr_1', now(), now()
                from generate_series(1, 100) n""");
        run("""
                insert into calendar_slot (mission_id, cycle, slot, organization_id, mode, at, offset_seconds, platform, type, pillar,
                    topic, number, content_id)
                select 'msn_' || 1 + n %% 100, 1, n, 'tnt_plans', 'LIVE', timestamptz '2031-01-06Z' + n * interval '1 h', 0,
                    'TWITTER', 'POST', 'Craft', 'APIs', n, 'cnt_' || n
                from generate_series(1, %d) n""".formatted(MANY));
        run("analyze calendar_slot");
        run("analyze mission");
    }

    @Test
    void planning_reads_the_slots_of_its_time_alone() throws Exception {
        fill();

        assertThat(plan("pipeline.Occupancy.TAKEN")).contains("calendar_slot_time");
    }

    @Test
    void what_a_month_cost_is_added_up_from_an_index_alone() throws Exception {
        run("set local enable_seqscan = off");
        run("set local enable_bitmapscan = off");

        assertThat(plan("cost.SpendingCounter.SPENT"))
                .contains("\"Node Type\":\"Index Only Scan\"", "ledger_entry_time");
    }
}
