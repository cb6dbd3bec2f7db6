package io.groundswell.generation;

/**
 * Plans a mission's themes and writes its items. A call may take long and cost money, so it is made outside any
 * transaction, after {@link #estimateCents} was reserved. Failures are {@link ProviderFailure}s.
 */
public interface Writer extends Provider {
    /** An upper estimate of one {@link #plan} call, in cents. */
    long estimateCents(PlanBrief brief);

    /** An upper estimate of one {@link #write} call, in cents. */
    long estimateCents(WritingBrief brief);

    Plan plan(PlanBrief brief);

    Draft write(WritingBrief brief);
}
