package io.groundswell.experiment;

import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A question to the visitors of a site: which of several variants makes more of them do something. */
@Entity
public class Experiment {
    static final String ID_PREFIX = "exp";

    @Id
    private String id;

    private String organizationId;
    private String siteId;
    private String name;
    private String[] variants;
    private int[] weights;
    private String goalEvent;

    @Enumerated(EnumType.STRING)
    private ExperimentStatus status;

    private String winner;
    private long afterSeq;
    private Instant createdAt;
    private Instant updatedAt;
    private Instant completedAt;

    protected Experiment() {}

    /** @param afterSeq the last event of the site that is none of its own */
    Experiment(String organizationId, String siteId, NewExperiment wanted, long afterSeq, Instant now) {
        this.id = PublicId.next(ID_PREFIX);
        this.organizationId = organizationId;
        this.siteId = siteId;
        this.name = wanted.name();
        this.variants = wanted.variants().stream().map(Variant::key).toArray(String[]::new);
        this.weights = wanted.variants().stream().mapToInt(Variant::weight).toArray();
        this.goalEvent = wanted.goalEvent();
        this.status = ExperimentStatus.ACTIVE;
        this.afterSeq = afterSeq;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** @param winner key of the variant that won; may be null */
    void become(ExperimentStatus next, String winner, Instant now) {
        if (!status.mayBecome(next)) {
            throw Refusal.on(
                    ExperimentError.INVALID_EXPERIMENT_STATUS,
                    "status",
                    status == ExperimentStatus.COMPLETED
                            ? "The experiment is completed, which is final"
                            : "The experiment is %s already",
                    status);
        }
        if (winner != null) {
            requireWinner(next, winner);
        }
        status = next;
        this.winner = winner;
        updatedAt = now;
        completedAt = next == ExperimentStatus.COMPLETED ? now : null;
    }

    private void requireWinner(ExperimentStatus next, String winner) {
        if (next != ExperimentStatus.COMPLETED) {
            throw Refusal.on(
                    ExperimentError.INVALID_WINNER, "winner", "winner can be told only together with status completed");
        }
        if (!Arrays.asList(variants).contains(winner)) {
            throw Refusal.on(
                    ExperimentError.INVALID_WINNER,
                    "winner",
                    "winner must be one of the variants: %s",
                    String.join(", ", variants));
        }
    }

    public String id() {
        return id;
    }

    public String organizationId() {
        return organizationId;
    }

    public String siteId() {
        return siteId;
    }

    public String name() {
        return name;
    }

    /** In the order in which they were given. */
    public List<Variant> variants() {
        return IntStream.range(0, variants.length)
                .mapToObj(at -> new Variant(variants[at], weights[at]))
                .toList();
    }

    public String goalEvent() {
        return goalEvent;
    }

    public ExperimentStatus status() {
        return status;
    }

    /** Null when nobody said. */
    public String winner() {
        return winner;
    }

    long afterSeq() {
        return afterSeq;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Null until it is completed. */
    public Instant completedAt() {
        return completedAt;
    }
}
