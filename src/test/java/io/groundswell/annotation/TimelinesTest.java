package io.groundswell.annotation;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class TimelinesTest {
    private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");

    private final TrackedThing creator = new TrackedThing(Scope.CREATOR, UUID.randomUUID());
    private final TrackedThing campaign = new TrackedThing(Scope.CAMPAIGN, UUID.randomUUID());

    @Inject
    Timelines timelines;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;

    @BeforeEach
    void open() {
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.LIVE);
    }

    private void write(TrackedThing thing, String id, AnnotationKind kind, Instant at) {
        rows.change(
                "insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details,"
                        + " created_at, updated_at) values ('%s', '%s', 'LIVE', 0, '%s', '%s', '%s', '%s', 'Note', '{}', now(), now())"
                                .formatted(id, organization.id(), thing.scope().name(), thing.id(), kind.name(), at));
    }

    private List<String> ids(List<TrackedThing> things, Instant from, Instant to, boolean hideAuto) {
        return timelines.of(owner, things, from, to, hideAuto).stream()
                .map(TrackedAnnotation::id)
                .toList();
    }

    private String id(String name) {
        return name + organization.id();
    }

    @Test
    void those_of_several_things_are_in_one_order_and_each_is_there_once() {
        write(creator, id("c"), AnnotationKind.USER, NEW_YEAR.plusSeconds(2));
        write(campaign, id("b"), AnnotationKind.CAMPAIGN_CREATED, NEW_YEAR.plusSeconds(1));
        write(campaign, id("a"), AnnotationKind.USER, NEW_YEAR.plusSeconds(1));
        write(new TrackedThing(Scope.VIDEO, creator.id()), id("d"), AnnotationKind.USER, NEW_YEAR);

        assertThat(ids(List.of(creator, campaign, creator), null, null, false))
                .containsExactly(id("a"), id("b"), id("c"));
        assertThat(ids(List.of(creator, campaign), null, null, true)).containsExactly(id("a"), id("c"));
        assertThat(ids(List.of(), null, null, false)).isEmpty();
    }

    @Test
    void a_stretch_of_time_leaves_out_its_end() {
        write(creator, id("early"), AnnotationKind.USER, NEW_YEAR.minusSeconds(1));
        write(creator, id("first"), AnnotationKind.USER, NEW_YEAR);
        write(creator, id("last"), AnnotationKind.USER, NEW_YEAR.plusSeconds(59));
        write(creator, id("late"), AnnotationKind.USER, NEW_YEAR.plusSeconds(60));

        assertThat(ids(List.of(creator), NEW_YEAR, NEW_YEAR.plusSeconds(60), false))
                .containsExactly(id("first"), id("last"));
    }

    @Test
    void of_very_many_the_newest_are_there() {
        rows.change(
                "insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details,"
                        + " created_at, updated_at) select '%1$s' || n, '%1$s', 'LIVE', 0, 'CREATOR', '%2$s', 'USER',"
                                .formatted(organization.id(), creator.id())
                        + " timestamptz '2030-01-01' + n * interval '1 minute', 'Note', '{}', now(), now()"
                        + " from generate_series(1, 1001) n");

        assertThat(ids(List.of(creator), null, null, false))
                .hasSize(Timelines.MOST)
                .startsWith(organization.id() + "2")
                .endsWith(organization.id() + "1001");
    }

    @Test
    void those_of_strangers_are_not_there() {
        write(creator, id("ours"), AnnotationKind.USER, NEW_YEAR);
        var strangers = new Owner(Api.organization().id(), Mode.LIVE);

        assertThat(timelines.of(strangers, List.of(creator), null, null, false)).isEmpty();
        assertThat(timelines.of(new Owner(organization.id(), Mode.TEST), List.of(creator), null, null, false))
                .isEmpty();
    }

    @Test
    void missions_see_nothing_of_it() {
        write(creator, id("theirs"), AnnotationKind.USER, NEW_YEAR);
        write(campaign, id("auto"), AnnotationKind.CAMPAIGN_CREATED, NEW_YEAR);

        var answer = as(organization.live()).get("/v1/annotations?kind=user,kpi_milestone");
        assertThat(answer.<Integer>path("total")).isZero();
        assertThat(as(organization.live()).get("/v1/annotations").<List<String>>path("data.id"))
                .isEmpty();
        for (var id : List.of(id("theirs"), id("auto"))) {
            assertThat(as(organization.live()).get("/v1/annotations/" + id).statusCode())
                    .isEqualTo(404);
            assertThat(as(organization.live()).delete("/v1/annotations/" + id).statusCode())
                    .isEqualTo(404);
        }
        for (var query : List.of("scope=creator", "kind=campaign_created")) {
            assertThat(as(organization.live()).get("/v1/annotations?" + query).statusCode())
                    .isEqualTo(400);
        }
    }
}
