package io.groundswell.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

@ApplicationScoped
class Users implements PanacheRepositoryBase<User, String> {
    Optional<User> ofEmail(String email) {
        return find("email", email.toLowerCase(Locale.ROOT)).firstResultOptional();
    }

    Optional<User> ofExternalSubject(String subject) {
        return find("externalSubject", subject).firstResultOptional();
    }

    /** Deletes the users whom the end of an organization left without any. */
    long deleteHomeless() {
        return delete("id not in (select m.id.userId from Membership m)");
    }
}
