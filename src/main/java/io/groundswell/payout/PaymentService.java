package io.groundswell.payout;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.OrganizationService;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Edge;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Notes what creators were paid. It moves no money. */
@ApplicationScoped
public class PaymentService {
    private final Payments payments;
    private final Accruals accruals;
    private final Methods methods;
    private final CreatorService creators;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    PaymentService(
            Payments payments,
            Accruals accruals,
            Methods methods,
            CreatorService creators,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.payments = payments;
        this.accruals = accruals;
        this.methods = methods;
        this.creators = creators;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Each accrual is paid by one payment at most, whoever else pays at the same moment. */
    @Transactional
    public Payment record(Caller caller, Paid paid) {
        var owner = caller.owner();
        creators.holdKnown(owner, paid.creatorId());
        var method = methods.requireToStay(owner, paid.methodId());
        accruals.requireAll(owner, paid.creatorId(), paid.accrualIds());
        if (!method.details().isActive()) {
            throw Refusal.of(
                    PayoutError.METHOD_DISABLED,
                    "%s is deactivated",
                    method.details().name());
        }
        var payment = new Payment(owner, paid, method, paidOn(owner, paid), clock.instant());
        payments.persistAndFlush(payment);
        var cents = accruals.pay(owner, paid.creatorId(), paid.accrualIds(), payment.id(), clock.instant());
        if (cents.size() < paid.accrualIds().size()) {
            throw Refusal.of(
                    PayoutError.NOT_APPROVED,
                    "%d of the accruals are not approved, or paid already",
                    paid.accrualIds().size() - cents.size());
        }
        payment.cover(cents.stream().reduce(0L, Math::addExact));
        Rule.requireFitting("accrual_ids", payment.amountCents());
        audit(caller, "payout_payment.recorded", payment);
        return payment;
    }

    private LocalDate paidOn(Owner owner, Paid paid) {
        return paid.details().paidOn() != null
                ? paid.details().paidOn()
                : LocalDate.ofInstant(clock.instant(), organizations.zone(owner));
    }

    /** @param creatorId of the only creator that is wanted, which must be there, or have been removed; or null */
    @Transactional
    public Page<Payment> list(Owner owner, UUID creatorId, PaymentStatus status, int limit, Edge edge) {
        if (creatorId != null) {
            creators.getKnown(owner, creatorId);
        }
        return payments.page(owner, creatorId, status, limit, edge);
    }

    @Transactional
    public Payment get(Owner owner, UUID id) {
        return payments.require(owner, id);
    }

    /** @param status the new one, or null to keep it. Void is final, and frees the accruals to be paid again. */
    @Transactional
    public Payment change(Caller caller, UUID id, PaymentStatus status, UnaryOperator<PaymentDetails> change) {
        payments.creatorOf(caller.owner(), id).ifPresent(creator -> creators.holdKnown(caller.owner(), creator));
        var payment = payments.requireForChange(caller.owner(), id);
        if (status == PaymentStatus.RECORDED && payment.status() == PaymentStatus.VOID) {
            throw Refusal.of(PayoutError.INVALID_TRANSITION, "A payment that is void stays void: record another one");
        }
        payment.describe(change.apply(payment.details()), clock.instant());
        if (status == PaymentStatus.VOID && payment.status() != PaymentStatus.VOID) {
            payment.annul(clock.instant());
            accruals.free(id, clock.instant());
        }
        audit(caller, "payout_payment.changed", payment);
        return payment;
    }

    private void audit(Caller caller, String action, Payment payment) {
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                payment.id().toString(),
                Map.of(
                        "status", payment.status().toString(),
                        "amount_cents", Long.toString(payment.amountCents()),
                        "method", payment.methodName()));
    }
}
