package io.groundswell.account;

import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.zone.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the operator of the server may do with organizations. */
@ApplicationScoped
public class Operations {
    /** Every key kind that an organization starts with, and the scopes it gets. */
    private static final Map<KeyKind, List<String>> FIRST_KEYS = Map.of(
            KeyKind.AMP_LIVE, Scope.names(),
            KeyKind.AMP_TEST, Scope.names(),
            KeyKind.TGA, List.of("read", "write"),
            KeyKind.AAK, List.of());

    private final Organizations organizations;
    private final OrganizationService service;
    private final ApiKeyService keys;
    private final Users users;
    private final Memberships memberships;
    private final OrganizationEnd end;
    private final AuditTrail audit;
    private final Event<Reactivated> reactivations;
    private final Clock clock;

    Operations(
            Organizations organizations,
            OrganizationService service,
            ApiKeyService keys,
            Users users,
            Memberships memberships,
            OrganizationEnd end,
            AuditTrail audit,
            Event<Reactivated> reactivations,
            Clock clock) {
        this.organizations = organizations;
        this.service = service;
        this.keys = keys;
        this.users = users;
        this.memberships = memberships;
        this.end = end;
        this.audit = audit;
        this.reactivations = reactivations;
        this.clock = clock;
    }

    /** An organization with its first keys, in the order of their kinds. */
    public record Opened(Organization organization, User admin, Map<KeyKind, Secret> keys) {}

    /**
     * Opens an organization with one administrator, who has no password, and one key of each kind.
     *
     * @param externalId what an identity provider calls it, whose people are to come here; null for none
     */
    @Transactional
    public Opened open(String name, Plan plan, String timezone, Map<String, Long> limits, String externalId) {
        service.requireFree(externalId, null);
        var opened = open(AuditTrail.OPERATOR, name, plan, timezone, limits, null, null, Map.of());
        opened.organization().comesFrom(externalId);
        return opened;
    }

    /** @param by whose doing it is */
    Opened open(
            String by,
            String name,
            Plan plan,
            String timezone,
            Map<String, Long> limits,
            String email,
            String password,
            Map<KeyKind, Secret> given) {
        check(timezone, limits);
        var organization = service.establish(name, plan, timezone, limits, by);
        var admin = new User(
                PublicId.next(User.ID_PREFIX),
                email == null ? "admin@" + organization.slug() + ".invalid" : email.toLowerCase(Locale.ROOT),
                "Administrator",
                clock.instant());
        if (password != null) {
            admin.logsInWith(Passwords.hash(password));
        }
        users.persist(admin);
        service.admit(organization, admin, Role.ADMIN, by);
        return new Opened(organization, admin, firstKeys(by, organization, admin, given));
    }

    private Map<KeyKind, Secret> firstKeys(
            String by, Organization organization, User admin, Map<KeyKind, Secret> given) {
        var made = new EnumMap<KeyKind, Secret>(KeyKind.class);
        FIRST_KEYS.forEach((kind, scopes) -> {
            var secret = given.getOrDefault(kind, Secret.next(kind));
            var owner = new Owner(organization.id(), kind.mode());
            var key = keys.store(secret, owner, admin.id(), kind, "First key", scopes, null)
                    .key();
            audit.record(owner, by, "api_key.created", key.id(), Map.of("key_prefix", key.keyPrefix()));
            made.put(kind, secret);
        });
        return made;
    }

    /** @param revoked how many others of its kind were active and are no more */
    public record MadeKey(FreshKey fresh, int revoked) {}

    /**
     * Makes a key like the first one of its kind, which acts for the administrator who is there longest: for an organization that
     * began with a login and has none, and for one that lost it.
     *
     * @param alone whether all others of its kind end
     */
    @Transactional
    public MadeKey makeKey(String id, KeyKind kind, boolean alone) {
        var organization = organizations.requireForChange(id);
        var owner = new Owner(organization.id(), kind.mode());
        var others = alone ? end(owner, kind) : 0;
        var admin = memberships.requireAdmin(organization.id());
        var fresh = keys.make(owner, admin.userId(), kind, "Key of the operator", FIRST_KEYS.get(kind), null);
        audit.record(
                owner,
                AuditTrail.OPERATOR,
                "api_key.created",
                fresh.key().id(),
                Map.of("key_prefix", fresh.key().keyPrefix()));
        return new MadeKey(fresh, others);
    }

    private int end(Owner owner, KeyKind kind) {
        var ended = keys.revokeAll(owner, kind);
        ended.forEach(key -> audit.record(owner, AuditTrail.OPERATOR, "api_key.revoked", key.id()));
        return ended.size();
    }

    private static void check(String timezone, Map<String, Long> limits) {
        var violations = new ArrayList<Violation>();
        if (Zones.read(timezone) == null) {
            violations.add(
                    new Violation("timezone", "timezone: '%s' is not a zone of the tz database".formatted(timezone)));
        }
        limits.forEach((name, value) -> {
            var fault = fault(name, value);
            if (fault != null) {
                violations.add(new Violation("limits." + name, fault));
            }
        });
        Refusal.throwIfAny(violations);
    }

    /** Null when there is none. */
    private static String fault(String name, Long value) {
        var limit = Limit.named(name);
        if (limit.isEmpty()) {
            return "limits: '%s' is not a limit".formatted(name);
        }
        if (value == null || value < Limit.UNLIMITED) {
            return "limits.%s must be -1 (unlimited) or more".formatted(name);
        }
        return value > limit.get().most()
                ? "limits.%s must be %d or less, or -1 (unlimited)"
                        .formatted(name, limit.get().most())
                : null;
    }

    @Transactional
    public Organization get(String id) {
        return organizations.require(id);
    }

    /** What is null stays as it is; {@code limits} replaces all overrides. */
    public record Change(
            String name,
            Plan plan,
            String timezone,
            Map<String, Long> limits,
            String externalId,
            Organization.Status status) {}

    @Transactional
    public Organization change(String id, Change change) {
        service.requireFree(change.externalId(), id);
        var organization = organizations.requireForChange(id);
        var timezone = change.timezone() == null ? organization.timezone() : change.timezone();
        var limits = change.limits() == null ? organization.limits() : change.limits();
        check(timezone, change.limits() == null ? Map.of() : limits);
        var now = clock.instant();
        var before = facts(organization);
        organization.move(timezone, now);
        organization.grant(change.plan() == null ? organization.plan() : change.plan(), limits, now);
        if (change.name() != null) {
            organization.rename(change.name(), now);
        }
        if (change.externalId() != null) {
            organization.comesFrom(change.externalId());
        }
        if (change.status() != null) {
            become(organization, change.status());
        }
        var changes = facts(organization);
        changes.entrySet().removeAll(before.entrySet());
        if (!changes.isEmpty()) {
            audit.recordInBoth(id, AuditTrail.OPERATOR, "organization.changed", id, changes);
        }
        return organization;
    }

    private void become(Organization organization, Organization.Status status) {
        var isReactivated = status == Organization.Status.ACTIVE && organization.status() != status;
        organization.become(status, clock.instant());
        if (isReactivated) {
            reactivations.fire(new Reactivated(organization.id()));
        }
    }

    private static Map<String, String> facts(Organization organization) {
        var facts = new TreeMap<String, String>();
        facts.put("name", organization.name());
        facts.put("plan", organization.plan().toString());
        facts.put("timezone", organization.timezone());
        if (organization.externalId() != null) {
            facts.put("external_id", organization.externalId());
        }
        facts.put("status", organization.status().toString());
        facts.put(
                "limits",
                new TreeMap<>(organization.limits())
                        .entrySet().stream()
                                .map(limit -> limit.getKey() + "=" + limit.getValue())
                                .collect(Collectors.joining(", ")));
        return facts;
    }

    /** Deletes an organization with everything it owns, for good. What breaks off leaves it suspended, and goes on when repeated. */
    public void delete(String id) {
        end.of(id);
    }
}
