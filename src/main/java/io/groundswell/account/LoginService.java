package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.shared.Caller;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Turns a proof of who someone is into a session. */
@ApplicationScoped
public class LoginService {

    private final AgroalDataSource database;
    private final Users users;
    private final Memberships memberships;
    private final Organizations organizations;
    private final OrganizationService service;
    private final Tokens tokens;
    private final Clock clock;

    LoginService(
            AgroalDataSource database,
            Users users,
            Memberships memberships,
            Organizations organizations,
            OrganizationService service,
            Tokens tokens,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.memberships = memberships;
        this.organizations = organizations;
        this.service = service;
        this.tokens = tokens;
        this.clock = clock;
    }

    public record Session(String token, Instant expiresAt, User user, Organization organization) {}

    /** Called outside transactions: no connection to the database may wait while a password is checked, which takes long. */
    public Session withPassword(String email, String password) {
        var user = QuarkusTransaction.requiringNew().call(() -> users.ofEmail(email));
        if (!Passwords.matches(password, user.map(User::passwordHash).orElse(null))) {
            throw Refusal.of(AccountError.UNAUTHORIZED, "Email or password is wrong");
        }
        return QuarkusTransaction.requiringNew().call(() -> first(user.orElseThrow()));
    }

    private Session first(User user) {
        return session(user, memberships.firstOf(user.id()).orElseThrow(LoginService::nowhere));
    }

    /** Creates the user at a person's first login, and the organization at its first member's. */
    @Transactional
    public Session withIdentity(Identity identity) {
        var home = identity.organizationId() == null ? "user:" + identity.subject() : identity.organizationId();
        // Two first logins at once make one organization and one user. Always in this order, so that nobody waits in a
        // ring.
        Alone.with(database, "home " + home);
        Alone.with(database, "subject " + identity.subject());
        var user = users.ofExternalSubject(identity.subject()).orElseGet(() -> join(identity));
        var membership = organizations
                .ofExternalId(home)
                .map(organization ->
                        memberships.of(organization.id(), user.id()).orElseGet(() -> join(organization, user)))
                .orElseGet(() -> found(identity, user, home));
        return session(user, membership);
    }

    private User join(Identity identity) {
        var subject = identity.subject();
        var email = identity.email() == null
                ? subject.substring(subject.lastIndexOf('#') + 1).toLowerCase(Locale.ROOT) + "@identity.invalid"
                : identity.email().toLowerCase(Locale.ROOT);
        // People of different homes and subjects may say that they have the same one.
        Alone.with(database, "email " + email);
        if (users.ofEmail(email).isPresent()) {
            // Taking over a local account on the word of another system would hand it to whoever runs that system.
            throw Refusal.of(
                    AccountError.INVALID_TOKEN, "A local account with this email exists: log in with its password");
        }
        var user = new User(
                PublicId.next(User.ID_PREFIX),
                email,
                identity.name() == null ? email : identity.name(),
                clock.instant());
        user.isKnownElsewhereAs(subject);
        users.persist(user);
        return user;
    }

    /** Concurrent logins to one organization wait for each other, so that the limit holds. */
    private Membership join(Organization organization, User user) {
        if (!organization.hasRoom(Limit.MAX_MEMBERS_PER_ORG, memberships.countIn(organization.id()), 1)) {
            throw Refusal.of(
                    AccountError.TOO_MANY_MEMBERS,
                    "The organization has the %d members that its plan allows",
                    organization.granted(Limit.MAX_MEMBERS_PER_ORG));
        }
        return service.admit(organization, user, Role.VIEWER, user.id());
    }

    private Membership found(Identity identity, User user, String externalId) {
        var name = identity.organizationName() == null ? user.name() : identity.organizationName();
        var organization = service.establish(name, Plan.FREE, "UTC", Map.of(), user.id());
        organization.comesFrom(externalId);
        return service.admit(organization, user, Role.ADMIN, user.id());
    }

    private Session session(User user, Membership membership) {
        var organization = organizations.require(membership.organizationId());
        if (organization.status() != Organization.Status.ACTIVE) {
            throw Refusal.of(AccountError.ORGANIZATION_INACTIVE, "This organization is %s", organization.status());
        }
        var issued = tokens.issue(user.id(), organization.id(), membership.role());
        return new Session(issued.text(), issued.expiresAt(), user, organization);
    }

    private static Refusal nowhere() {
        return Refusal.of(AccountError.NOT_A_MEMBER, "You are not a member of any organization");
    }

    /** A new token for the same session; the old one stays valid until its own end. */
    @Transactional
    public Session refresh(Caller caller) {
        requireToken(caller);
        var user = users.findById(caller.userId());
        return session(user, memberships.require(caller.owner().organizationId(), caller.userId()));
    }

    @Transactional
    public void logout(Caller caller) {
        requireToken(caller);
        tokens.revoke(caller.tokenId(), caller.expiresAt());
    }

    private static void requireToken(Caller caller) {
        if (caller.credential() != Caller.Credential.JWT) {
            throw Refusal.of(AccountError.NOT_A_TOKEN, "This needs a session token; an API key has no session");
        }
    }
}
