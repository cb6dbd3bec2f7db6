package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Everything other code may ask of organizations and their members. */
@ApplicationScoped
public class OrganizationService {

    private final AgroalDataSource database;
    private final Organizations organizations;
    private final Users users;
    private final Memberships memberships;
    private final RoutingRules routing;
    private final AuditTrail audit;
    private final Clock clock;

    OrganizationService(
            AgroalDataSource database,
            Organizations organizations,
            Users users,
            Memberships memberships,
            RoutingRules routing,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.organizations = organizations;
        this.users = users;
        this.memberships = memberships;
        this.routing = routing;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param by whose doing it is */
    Organization establish(String name, Plan plan, String timezone, Map<String, Long> limits, String by) {
        var organization = new Organization(
                PublicId.next(Organization.ID_PREFIX), name, slug(name), plan, timezone, limits, clock.instant());
        organizations.persist(organization);
        audit.recordInBoth(
                organization.id(), by, "organization.opened", organization.id(), Map.of("plan", plan.toString()));
        return organization;
    }

    /**
     * Waits for logins that would begin an organization of this name at the same moment, so it comes before all else.
     *
     * @param externalId null for none
     * @param organizationId whose it may be
     */
    void requireFree(String externalId, String organizationId) {
        if (externalId == null) {
            return;
        }
        Alone.with(database, "home " + externalId);
        organizations
                .ofExternalId(externalId)
                .filter(other -> !other.id().equals(organizationId))
                .ifPresent(other -> {
                    throw Refusal.of(
                            AccountError.EXTERNAL_ID_TAKEN, "external_id: '%s' is that of %s", externalId, other.id());
                });
    }

    private String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var base = plain.isEmpty() ? "organization" : plain.substring(0, Math.min(plain.length(), 60));
        // Held to the end of the transaction: the next one of this name sees that it is taken.
        Alone.with(database, "slug " + base);
        return organizations.hasSlug(base) ? base + "-" + PublicId.random(6).toLowerCase(Locale.ROOT) : base;
    }

    /** @param by whose doing it is */
    Membership admit(Organization organization, User user, Role role, String by) {
        var membership = new Membership(organization.id(), user.id(), role, clock.instant());
        memberships.persist(membership);
        audit.recordInBoth(organization.id(), by, "member.joined", user.id(), Map.of("role", role.toString()));
        return membership;
    }

    @Transactional
    public Organization get(String id) {
        return organizations.require(id);
    }

    /** Nothing is begun for one that is suspended. */
    @Transactional
    public boolean isActive(String id) {
        return organizations
                .findByIdOptional(id)
                .filter(found -> found.status() == Organization.Status.ACTIVE)
                .isPresent();
    }

    /** The time zone of days and months where no other is named. */
    @Transactional
    public ZoneId zone(Owner owner) {
        return organizations.require(owner.organizationId()).zone();
    }

    @Transactional
    public Organization change(Caller caller, String name, UnaryOperator<OrganizationConfig> reconfigure) {
        var organization = organizations.requireForChange(caller.owner().organizationId());
        var renamed = name != null && !name.equals(organization.name());
        if (name != null) {
            organization.rename(name, clock.instant());
        }
        var before = organization.config();
        organization.configure(reconfigure.apply(before), clock.instant());
        requireReviewers(organization, before.approval());
        routing.check(before.providerRouting(), organization.config().providerRouting());
        var changes = ConfigChanges.of(before, organization.config());
        if (renamed) {
            changes.put("name", name);
        }
        if (!changes.isEmpty()) {
            audit.recordInBoth(organization.id(), caller.userId(), "organization.changed", organization.id(), changes);
        }
        return organization;
    }

    /** A null leaves the field as it is. */
    @Transactional
    public Organization change(Caller caller, String name, String timezone) {
        var organization = organizations.requireForChange(caller.owner().organizationId());
        var changes = new TreeMap<String, String>();
        if (name != null && !name.equals(organization.name())) {
            organization.rename(name, clock.instant());
            changes.put("name", name);
        }
        if (timezone != null && !timezone.equals(organization.timezone())) {
            organization.move(timezone, clock.instant());
            changes.put("timezone", timezone);
        }
        if (!changes.isEmpty()) {
            audit.recordInBoth(organization.id(), caller.userId(), "organization.changed", organization.id(), changes);
        }
        return organization;
    }

    /** Reviewers named before may stay without being members: somebody who left must not block other changes. */
    private void requireReviewers(Organization organization, OrganizationConfig.Approval before) {
        var now = organization.config().approval();
        requireMembers(organization.id(), "config.approval.approvers", now.approvers(), before.approvers());
        requireMembers(organization.id(), "config.approval.escalation.notify", notified(now), notified(before));
    }

    private static List<String> notified(OrganizationConfig.Approval approval) {
        return approval.escalation() == null ? List.of() : approval.escalation().notified();
    }

    private void requireMembers(String organizationId, String param, List<String> named, List<String> known) {
        var members = memberships.among(organizationId, named);
        named.stream()
                .filter(userId -> !members.contains(userId) && !known.contains(userId))
                .findFirst()
                .ifPresent(userId -> {
                    throw Refusal.impossible(param, "%s: '%s' is not a member of the organization", param, userId);
                });
    }

    /** Whether the organization is active, and the user by now a member of it whose role has the scope. */
    @Transactional
    public boolean may(String organizationId, String userId, Scope scope) {
        return isActive(organizationId)
                && memberships
                        .of(organizationId, userId)
                        .filter(membership -> membership.role().scopes().contains(scope))
                        .isPresent();
    }

    /** A member with the user's name and address. */
    public record Member(User user, Role role) {}

    @Transactional
    public Member me(Caller caller) {
        return member(memberships.require(caller.owner().organizationId(), caller.userId()));
    }

    /** At most 1,000, oldest first. */
    @Transactional
    public List<Member> members(String organizationId) {
        return memberships.in(organizationId).stream().map(this::member).toList();
    }

    private Member member(Membership membership) {
        return new Member(users.findById(membership.userId()), membership.role());
    }

    @Transactional
    public Member changeRole(Caller caller, String userId, Role role) {
        if (caller.owner().mode() == Mode.TEST) {
            throw Refusal.of(
                    AccountError.MODE_BEYOND_CALLER, "A test key changes no roles, which hold in live mode too");
        }
        // Locks the organization, so that two administrators cannot demote each other at once.
        var organization = organizations.requireForChange(caller.owner().organizationId());
        var membership = memberships.require(organization.id(), userId);
        var lastAdmin = membership.role() == Role.ADMIN && memberships.admins(organization.id()) == 1;
        if (lastAdmin && role != Role.ADMIN) {
            throw Refusal.of(AccountError.LAST_ADMIN, "An organization keeps at least one administrator");
        }
        var changes = Map.of("role", role.toString(), "was", membership.role().toString());
        membership.become(role);
        audit.recordInBoth(organization.id(), caller.userId(), "member.role_changed", userId, changes);
        return member(membership);
    }
}
