package io.groundswell.generation.sandbox;

import io.groundswell.generation.Draft;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.Illustrator;
import io.groundswell.generation.Plan;
import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.Writer;
import io.groundswell.generation.WritingBrief;
import io.groundswell.generation.sandbox.picture.SandboxIllustrator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The offline providers, as the rest of the server gets them. Made when first used: fonts and word lists take a moment. */
@ApplicationScoped
class Sandbox {
    private final GenerationFaults faults;

    Sandbox(GenerationFaults faults) {
        this.faults = faults;
    }

    @Produces
    @ApplicationScoped
    Writer writer() {
        return new FaultyWriter(new SandboxWriter(), faults);
    }

    @Produces
    @ApplicationScoped
    Illustrator illustrator() {
        return new FaultyIllustrator(new SandboxIllustrator(), faults);
    }

    record FaultyWriter(Writer sandbox, GenerationFaults faults) implements Writer {
        @Override
        public String provider() {
            return sandbox.provider();
        }

        @Override
        public long estimateCents(PlanBrief brief) {
            return sandbox.estimateCents(brief);
        }

        @Override
        public long estimateCents(WritingBrief brief) {
            return sandbox.estimateCents(brief);
        }

        @Override
        public Plan plan(PlanBrief brief) {
            faults.strike();
            return sandbox.plan(brief);
        }

        @Override
        public Draft write(WritingBrief brief) {
            faults.strike();
            return sandbox.write(brief);
        }
    }

    record FaultyIllustrator(Illustrator sandbox, GenerationFaults faults) implements Illustrator {
        @Override
        public String provider() {
            return sandbox.provider();
        }

        @Override
        public long estimateCents(IllustrationBrief brief) {
            return sandbox.estimateCents(brief);
        }

        @Override
        public Gallery illustrate(IllustrationBrief brief) {
            faults.strike();
            return sandbox.illustrate(brief);
        }
    }
}
