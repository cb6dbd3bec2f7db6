package io.groundswell.video;

import io.agroal.api.AgroalDataSource;
import io.groundswell.creator.TrackedAgain;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Videos are tracked again together with their creators. Those of creators who were away need room first. */
@ApplicationScoped
class ReturningCreators {
    private static final Sql TRACKED = Sql.file(ReturningCreators.class, "tracked-with-creators.sql");
    private static final Sql RESET = Sql.file(ReturningCreators.class, "reset-with-creators.sql");

    private final AgroalDataSource database;
    private final VideoRoom room;

    ReturningCreators(AgroalDataSource database, VideoRoom room) {
        this.database = database;
        this.room = room;
    }

    void follow(@Observes TrackedAgain again) {
        var values = Sql.owned(again.owner());
        values.put("creators", again.creators());
        if (again.returned()) {
            room.beAlone(again.owner());
            var videos = TRACKED.first(database, values, row -> row.getLong("tracked"))
                    .orElseThrow();
            room.require(again.owner(), videos);
        }
        RESET.update(database, values);
    }
}
