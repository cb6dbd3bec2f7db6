package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class Users implements PanacheRepositoryBase<User, String> {
    private static final Sql HOMELESS = Sql.text("""
            select u.id from app_user u where not exists (select from membership m where m.user_id = u.id)
            limit :rows for update of u skip locked""");
    private static final Sql DELETE = Sql.text("""
            delete from app_user u where u.id = any (:ids)
            and not exists (select from membership m where m.user_id = u.id)""");

    private final AgroalDataSource database;

    Users(AgroalDataSource database) {
        this.database = database;
    }

    Optional<User> ofEmail(String email) {
        return find("email", email.toLowerCase(Locale.ROOT)).firstResultOptional();
    }

    Optional<User> ofExternalSubject(String subject) {
        return find("externalSubject", subject).firstResultOptional();
    }

    /**
     * Deletes some of the users whom the end of an organization left without any, but for those who are joining another one or being
     * deleted right then. Whoever has just joined is seen by a second statement only; by the first, the membership would go as well.
     *
     * @return how many were looked at
     */
    int deleteHomeless(int most) {
        var homeless = HOMELESS.list(database, Map.of("rows", most), row -> row.getString("id"));
        DELETE.update(database, Map.of("ids", homeless));
        return homeless.size();
    }
}
