package io.groundswell.pipeline;

import io.groundswell.cost.Purchase;
import io.groundswell.cost.Receipt;
import io.groundswell.generation.Usage;
import io.groundswell.mission.Mission;

/** How the pipeline's calls to providers are booked. */
final class Spending {
    private Spending() {}

    /** @param type {@code llm} or {@code image} */
    record Call(String reference, String provider, String type, long estimateCents) {}

    /** @param contentId null for a call that is about no item */
    static Purchase on(Mission mission, String jobId, Stage stage, String contentId, Call call) {
        return new Purchase(
                mission.owner(),
                call.reference(),
                mission.id(),
                mission.name(),
                mission.constraints().budgetCents(),
                contentId,
                jobId,
                stage.toString(),
                call.provider(),
                call.type(),
                call.estimateCents());
    }

    static Receipt receipt(Usage usage) {
        return new Receipt(usage.model(), usage.tokens(), usage.images(), usage.costCents());
    }
}
