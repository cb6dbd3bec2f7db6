package io.groundswell.content.v1;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Missions with the longest items there may be are told a few at a time. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExpandedContentTest {
    private static final int LONG = 131_000;
    private static final int ITEMS = 20;
    private static final int FIT = 1 + (ContentOfMissions.MOST_BYTES - 1) / (LONG * ITEMS);

    @Inject
    ContentFixture fixture;

    @Inject
    ContentOfMissions expansion;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private final List<String> newestFirst = new ArrayList<>();

    @BeforeEach
    void fill() {
        rows.clear();
        organization = Api.organization();
        for (var number = 0; number < FIT + 1; number++) {
            newestFirst.add(0, mission());
        }
    }

    private String mission() {
        var owner = new Owner(organization.id(), Mode.TEST);
        var id = fixture.mission(owner);
        var item = fixture.draft(owner, id);
        fixture.set(item, "copy = copy || jsonb_build_object('primary', repeat('x', %d))".formatted(LONG));
        rows.change("""
                insert into content select (jsonb_populate_record(c, jsonb_build_object('id', id || n, 'slot', 1000 + n))).*
                from content c cross join generate_series(2, %d) n where id = '%s'""".formatted(ITEMS, item));
        return id;
    }

    private JsonPath list(String query) {
        return as(organization.test())
                .get("/v1/missions?expand=content&limit=50" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void one_that_has_just_been_deleted_keeps_no_other_from_being_told() {
        var ids = List.of("msn_gone", newestFirst.get(0));

        assertThat(expansion.expand(new Owner(organization.id(), Mode.TEST), ids))
                .containsOnlyKeys(ids);
    }

    @Test
    void a_page_of_missions_ends_with_what_fits_and_the_next_one_has_the_rest() {
        // When
        var first = list("");
        // Then
        assertThat(first.getList("data.id")).isEqualTo(newestFirst.subList(0, FIT));
        assertThat(first.<List<?>>getList("data.content.data"))
                .allSatisfy(items -> assertThat(items).hasSize(ITEMS));
        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(first.getInt("total")).isEqualTo(FIT + 1);
        // When
        var last = list("&starting_after=" + newestFirst.get(FIT - 1));
        // Then
        assertThat(last.getList("data.id")).containsExactly(newestFirst.get(FIT));
        assertThat(last.getBoolean("has_more")).isFalse();
    }
}
