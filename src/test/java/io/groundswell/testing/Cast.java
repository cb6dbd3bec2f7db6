package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.KeyKind;
import io.groundswell.account.Role;
import io.groundswell.account.Secret;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import java.util.Map;

/** Members of lower rank than the administrator whom every organization of the tests starts with. */
public final class Cast {
    private static final Sql USER = Sql.text("""
            insert into app_user (id, email, name, created_at)
            values (:user, :email, :name, now())""");
    private static final Sql MEMBER = Sql.text("""
            insert into membership (organization_id, user_id, role, created_at)
            values (:organization, :user, :role, now())""");
    private static final Sql KEY = Sql.text("""
            insert into api_key (id, organization_id, user_id, kind, mode, name, key_hash, key_prefix, scopes, created_at)
            values (:id, :organization, :user, :kind, 'LIVE', 'Key', :hash, :prefix, array['admin'], now())""");

    /** Someone with a live key that may do whatever the role allows. */
    public record Member(String userId, String key) {}

    private Cast() {}

    public static Member join(AgroalDataSource database, String organizationId, Role role) {
        return join(database, organizationId, role, KeyKind.AMP_LIVE);
    }

    public static Member join(AgroalDataSource database, String organizationId, Role role, KeyKind kind) {
        var user = PublicId.next("usr");
        var key = kind.prefix() + PublicId.random(36);
        USER.update(database, Map.of("user", user, "email", user + "@example.com", "name", "A " + role));
        admit(database, organizationId, user, role);
        KEY.update(
                database,
                Map.of(
                        "id",
                        PublicId.next("key"),
                        "organization",
                        organizationId,
                        "user",
                        user,
                        "kind",
                        kind,
                        "prefix",
                        kind.prefix(),
                        "hash",
                        new Secret(key).hash()));
        return new Member(user, key);
    }

    /** Lets someone who is here already join another organization. */
    public static void admit(AgroalDataSource database, String organizationId, String userId, Role role) {
        MEMBER.update(database, Map.of("organization", organizationId, "user", userId, "role", role));
    }
}
