package io.groundswell.series;

import static io.groundswell.testing.Api.as;
import static io.groundswell.testing.Api.operator;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.restassured.response.Response;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** An organization that asks as much as it likes, and keeps everything unless it is said otherwise. */
public record Programme(Api.Organization organization) {

    public static Programme in(ZoneId zone) {
        return keeping(zone, -1);
    }

    static Programme keeping(ZoneId zone, int days) {
        var organization = Api.organizationIn(zone.getId());
        operator()
                .body(Map.of(
                        "limits",
                        Map.of(
                                "creator_requests_per_minute",
                                -1,
                                "max_api_requests_per_day",
                                -1,
                                "stats_history_retention_days",
                                days)))
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);
        return new Programme(organization);
    }

    public Owner owner() {
        return new Owner(organization.id(), Mode.LIVE);
    }

    Response ask(Map<String, ?> parameters) {
        return as(organization.tga()).queryParams(parameters).get("/api/v1/analytics");
    }

    Response ask(Wish wish) {
        return ask(parameters(wish));
    }

    static Map<String, Object> parameters(Wish wish) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("entity", wish.entity());
        parameters.put(
                wish.breakdown() != null ? "entity_id" : "entity_ids",
                wish.ids().stream().map(UUID::toString).collect(Collectors.joining(",")));
        parameters.put("metric", wish.metric());
        parameters.put("base_metric", wish.base());
        parameters.put("mode", wish.mode());
        parameters.put("granularity", wish.granularity());
        parameters.put("bucket_days", wish.bucketDays());
        parameters.put("from", Objects.toString(wish.from(), null));
        parameters.put("to", Objects.toString(wish.to(), null));
        parameters.put("tz", wish.zone().getId());
        parameters.put("compare", wish.compare() ? "prior_period" : null);
        parameters.put("breakdown", wish.breakdown());
        parameters.put("top_n", wish.most());
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }
}
