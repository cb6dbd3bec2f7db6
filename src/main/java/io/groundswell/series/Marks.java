package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.annotation.Scope;
import io.groundswell.annotation.Timelines;
import io.groundswell.annotation.TrackedThing;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Annotations of what a question asks about, and of all that holds it. */
@ApplicationScoped
class Marks {
    private static final Sql ABOVE = Sql.file(Marks.class, "above.sql");

    private final AgroalDataSource database;
    private final Timelines timelines;

    Marks(AgroalDataSource database, Timelines timelines) {
        this.database = database;
        this.timelines = timelines;
    }

    Above above(Question question) {
        var scope = Scope.valueOf(question.entity().name());
        var own = new LinkedHashSet<TrackedThing>();
        question.ids().forEach(id -> own.add(new TrackedThing(scope, id)));
        var holders = new LinkedHashMap<TrackedThing, String>();
        ABOVE.list(
                database,
                Map.of("kind", question.entity(), "ids", question.ids()),
                row -> holders.put(
                        new TrackedThing(Scope.valueOf(row.getString("scope")), row.getObject("id", UUID.class)),
                        row.getString("label")));
        return new Above(own, holders);
    }

    List<Mark> of(Owner owner, Question question, Above above) {
        var moments = ZoneShifts.around(question.range(), question.zone());
        return timelines.of(owner, above.all(), moments.begin(), moments.end(), question.hideAuto()).stream()
                .filter(one -> question.range().has(LocalDate.ofInstant(one.at(), question.zone())))
                .map(one -> new Mark(one, above.holders().get(one.thing())))
                .toList();
    }
}
