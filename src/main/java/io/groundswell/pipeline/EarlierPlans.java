package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.generation.PlanBrief.Earlier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a mission has planned so far, for whoever plans on: a pillar that gets another name is another pillar to all that was learned. */
@ApplicationScoped
class EarlierPlans {
    private static final Sql TOPICS = Sql.file(EarlierPlans.class, "earlier-topics.sql");
    private static final int MOST_TOPICS = 40;

    private final AgroalDataSource database;

    EarlierPlans(AgroalDataSource database) {
        this.database = database;
    }

    private record Planned(String pillar, String topic) {}

    /** The latest topics with their pillars, the latest first. */
    List<Earlier> before(String missionId, int cycle) {
        var topics = new LinkedHashMap<String, List<String>>();
        TOPICS.list(
                        database,
                        Map.of("mission", missionId, "cycle", cycle, "limit", MOST_TOPICS),
                        row -> new Planned(row.getString("pillar"), row.getString("topic")))
                .forEach(planned -> topics.computeIfAbsent(planned.pillar, added -> new ArrayList<>())
                        .add(planned.topic));
        return topics.entrySet().stream()
                .map(pillar -> new Earlier(pillar.getKey(), pillar.getValue()))
                .toList();
    }
}
