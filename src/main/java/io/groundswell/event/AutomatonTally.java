package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.Admission.Admitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Counts what automata told and nobody keeps, so that site owners can see what they do not see. */
@ApplicationScoped
class AutomatonTally {
    private static final Sql COUNT = Sql.file(AutomatonTally.class, "count-automata.sql");

    private final AgroalDataSource database;

    AutomatonTally(AgroalDataSource database) {
        this.database = database;
    }

    void add(List<Admitted> admitted, LocalDate today) {
        var some = admitted.stream()
                .filter(one -> one.delivery().automaton() != null)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        COUNT.update(
                database,
                Map.of(
                        "sites",
                        some.stream().map(one -> one.site().number()).toList(),
                        "categories",
                        some.stream()
                                .map(one -> one.delivery().automaton().category())
                                .toList(),
                        "names",
                        some.stream()
                                .map(one -> one.delivery().automaton().name())
                                .toList(),
                        "events",
                        some.stream().map(one -> one.delivery().events().size()).toList(),
                        "today",
                        today));
    }
}
