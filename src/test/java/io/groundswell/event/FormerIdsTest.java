package io.groundswell.event;

import static io.groundswell.event.SameUsers.Answer.FULL;
import static io.groundswell.event.SameUsers.Answer.KEPT;
import static io.groundswell.event.SameUsers.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class FormerIdsTest {
    private static final long SITE = 77_001;
    private static final long OTHER_SITE = 77_002;

    @Inject
    FormerIds former;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void clear() {
        Sql.text("delete from user_alias").update(database, Map.of());
    }

    @Test
    void of_many_crowded_users_some_get_another_id_and_the_rest_is_not_even_read() {
        for (var n = 0; n < 8; n++) {
            give(SITE, "u" + n, 900);
        }
        var told = IntStream.range(0, 8)
                .mapToObj(n -> new Identification("u" + n, "v" + n))
                .toList();

        var users = former.about(SITE, told);

        assertThat(told.stream().map(users::tell))
                .containsExactly(KEPT, KEPT, KEPT, KEPT, KEPT, UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(users.told())
                .hasSize(5 * 901)
                .contains(new Identification("former u4 7", "v4"), new Identification("u4", "v4"));
    }

    @Test
    void who_takes_a_former_id_is_known_by_the_number_of_those_it_has() {
        give(SITE, "ada", SameUsers.MOST - 1);
        give(OTHER_SITE, "ada", 3);
        var told = List.of(new Identification("x", "former ada 7"), new Identification("y", "ada"));

        var users = former.about(SITE, told);

        assertThat(told.stream().map(users::tell)).containsExactly(KEPT, FULL);
        assertThat(users.told()).containsExactly(new Identification("x", "ada"));
        var elsewhere = former.about(OTHER_SITE, told);
        assertThat(told.stream().map(elsewhere::tell)).containsExactly(KEPT, KEPT);
    }

    private void give(long site, String user, int ids) {
        var previous = IntStream.range(0, ids)
                .mapToObj(n -> "former " + user + " " + n)
                .toList();
        Sql.text("""
                insert into user_alias (site_number, previous_key, previous_id, user_key, user_id, told_on)
                select :site, cast(t.key as bigint), t.id, :user_key, :user, date '2030-01-01'
                from unnest(cast(:keys as text[]), cast(:ids as text[])) as t (key, id)""")
                .update(
                        database,
                        Map.of(
                                "site",
                                site,
                                "keys",
                                previous.stream().map(KeyHash::number).toList(),
                                "ids",
                                previous,
                                "user_key",
                                KeyHash.number(user),
                                "user",
                                user));
    }
}
